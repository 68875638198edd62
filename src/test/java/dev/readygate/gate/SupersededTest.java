package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Effect.OpenGate;
import org.junit.jupiter.api.Test;

/** A revision that another one superseded during its rollout, while no verified pod is left to serve. */
class SupersededTest {
    /** The baseline's last pod is gone, because of scaling, or because its only replica may be unavailable. */
    private static World withoutTheBaseline() {
        return new World().emptied("v1").waiting("v2", 3).theBookVerifies("v1").remembers(Phase.Serve, "v1");
    }

    @Test
    void itsPodsServeIfTheyPass() {
        var decision = withoutTheBaseline()
                .waiting("v3", 1)
                .answering("v2", Outcome.Pass)
                .decide();

        assertThat(decision.effects()).hasOnlyElementsOfType(OpenGate.class).hasSize(3);
    }

    @Test
    void alsoWhereTooLittleOfTheBaselineIsLeft() {
        var scaledUp = new World()
                .running("v1", 1)
                .waiting("v2", 2)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1");

        var decision = scaledUp.waiting("v3", 1).answering("v2", Outcome.Pass).decide();

        assertThat(decision.effects()).hasOnlyElementsOfType(OpenGate.class).hasSize(2);
    }

    @Test
    void butNotWhereOneOfItIsNotReadyForAMoment() {
        var oneLess = new World()
                .candidate("v1", 2, 1)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1");

        var decision = oneLess.waiting("v3", 1).answering("v2", Outcome.Pass).decide();

        assertThat(decision.effects())
                .filteredOn(OpenGate.class::isInstance)
                .extracting(it -> ((OpenGate) it).pod().hash())
                .containsExactly("v1");
    }

    @Test
    void andNotIfTheyDoNot() {
        var decision = withoutTheBaseline()
                .waiting("v3", 1)
                .answering("v2", Outcome.Fail)
                .decide();

        assertThat(decision.effects()).noneMatch(OpenGate.class::isInstance);
    }

    @Test
    void alsoWhileTheNextTemplateWaitsAtStart() {
        var decision = atStart(withoutTheBaseline().declaringWhatIs("v3"));

        assertThat(decision.effects()).filteredOn(OpenGate.class::isInstance).hasSize(3);
    }

    /** No admission policy paused the template in time, so some of its pods have started. */
    @Test
    void butNoPodOfTheTemplateAtStartServes() {
        var decision = atStart(withoutTheBaseline().declaringWhatIs("v2"));

        assertThat(decision.effects()).noneMatch(OpenGate.class::isInstance);
    }

    private static Decision atStart(World world) {
        return world.parked(StartStageTest.NAME)
                .answering("v2", Outcome.Pass)
                .atStart(Outcome.Unknown)
                .decide();
    }
}
