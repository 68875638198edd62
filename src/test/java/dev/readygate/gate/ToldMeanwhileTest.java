package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Outcome;
import org.junit.jupiter.api.Test;

/** During a rollout, the report shows the answers of the pods that have answered. */
class ToldMeanwhileTest {

    @Test
    void runningPodsAreReportedUntilTheNewRevisionHasAnswered() {
        var decision = rollingOut().answering("v1", Outcome.Pass).decide();

        assertThat(decision.findings()).extracting(Finding::outcome).containsExactly(Outcome.Pass);
        assertThat(decision.standing().waitingOn()).isEqualTo("healthy");
    }

    @Test
    void thenItsOwnAnswerIs() {
        var decision = rollingOut()
                .answering("v1", Outcome.Pass)
                .answering("v2", Outcome.Fail)
                .decide();

        assertThat(decision.findings()).extracting(Finding::outcome).containsExactly(Outcome.Fail);
    }

    @Test
    void scaledToZeroNoPodIsJudged() {
        var decision = new World()
                .emptied("v1")
                .emptied("v2")
                .wanting(0)
                .theBookVerifies("v1")
                .remembers(Phase.Idle, "v1")
                .answering("v2", Outcome.NotApplicable)
                .decide();

        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.ScaledToZero);
        assertThat(decision.effects()).isEmpty();
    }

    private static World rollingOut() {
        return new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1");
    }
}
