package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Outcome;
import org.junit.jupiter.api.Test;

/** The first reconciliation of a Deployment. */
class MeetingTest {

    @Test
    void aPodThatServesMakesItTheBaselineEvenWhileTheLastOnesAreStarting() {
        var decision = new World()
                .running("v1", 2)
                .wanting(3)
                .answering("v1", Outcome.Fail)
                .decide();

        assertThat(decision.baseline()).contains(new Baseline("v1", World.NOW, true));
    }

    @Test
    void withoutAnyItIsAFirstRevision() {
        var decision = new World().waiting("v1", 3).decide();

        assertThat(decision.baseline()).isEmpty();
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.FirstRevision);
    }

    @Test
    void whatWasMetAsAFirstRevisionStaysOneThoughItsReportIsNotThereYet() {
        var decision = new World().running("v1", 3).theBookKnows().decide();

        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.FirstRevision);
    }
}
