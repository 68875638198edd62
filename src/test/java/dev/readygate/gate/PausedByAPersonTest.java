package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Effect.Announce;
import org.junit.jupiter.api.Test;

class PausedByAPersonTest {

    @Test
    void nothingIsWithdrawnBehindTheirPause() {
        var decision = rollingOut().answering("v2", Outcome.Fail).decide();

        assertThat(decision.effects()).singleElement().isInstanceOf(Announce.class);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Held);
        assertThat(decision.standing().sentence()).contains("not taken back: somebody paused the Deployment");
    }

    @Test
    void aWithdrawalThatTheyGotBeforeWaitsForThem() {
        var decision = rollingOut().theBookHolds("v2").decide();

        assertThat(decision.effects()).isEmpty();
        assertThat(decision.phase()).isEqualTo(Phase.Withdrawing);
    }

    private static World rollingOut() {
        return new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .pausedByAPerson();
    }
}
