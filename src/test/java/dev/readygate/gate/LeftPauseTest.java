package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Effect.Unpause;
import org.junit.jupiter.api.Test;

/** The operator's pause for one revision has landed on the next. */
class LeftPauseTest {
    private static World rollingOut() {
        return new World()
                .running("v1", 3)
                .waiting("v3", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1");
    }

    @Test
    void isLifted() {
        var decision = rollingOut().pausedByUs().decide();

        assertThat(decision.phase()).isEqualTo(Phase.Serve);
        assertThat(decision.effects()).containsExactly(new Unpause());
    }

    @Test
    void alsoOfAVerifiedRevision() {
        assertThat(rollingOut()
                        .theBookVerifies("v1", "v3")
                        .pausedByUs()
                        .decide()
                        .effects())
                .contains(new Unpause());
    }

    @Test
    void isAPersonsNot() {
        assertThat(rollingOut().pausedByAPerson().decide().effects()).isEmpty();
    }

    @Test
    void isNotLiftedWhileTheBookHoldsIt() {
        assertThat(rollingOut().theBookHolds("v3").pausedByUs().decide().effects())
                .doesNotContain(new Unpause());
    }

    @Test
    void isNotLiftedWhereItWaitsAtGateStart() {
        assertThat(rollingOut()
                        .parked(StartStageTest.NAME)
                        .atStart(Outcome.Unknown)
                        .decide()
                        .effects())
                .doesNotContain(new Unpause());
    }
}
