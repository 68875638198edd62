package dev.readygate.gate;

import static dev.readygate.facts.Outcome.Pass;
import static dev.readygate.facts.Outcome.Unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.StepStatus;
import dev.readygate.api.v1alpha1.StepStatus.StepState;
import dev.readygate.gate.Effect.OpenGate;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final String STEPS =
            "{soak: 0s, steps: [{share: 5%, for: 2m}, {share: 50%, for: 5m}, {share: 100%}]}";

    private static World tenReplicas(int old, int open, int waiting) {
        var world = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .wanting(10)
                .following(STEPS)
                .running("v1", old)
                .answering("v2", Pass);
        return world.candidate("v2", open, waiting);
    }

    private static long opened(Decision decision) {
        return decision.effects().stream().filter(OpenGate.class::isInstance).count();
    }

    private static StepState state(Decision decision, int step) {
        return decision.progress().steps().get(step).state();
    }

    @Test
    void theFirstStepOpensAtLeastOnePodAndNoMore() {
        var decision = tenReplicas(8, 0, 5).decide();

        assertThat(opened(decision)).isEqualTo(1);
        assertThat(decision.progress().steps())
                .extracting(StepStatus::state)
                .containsExactly(StepState.Open, StepState.Pending, StepState.Pending);
    }

    @Test
    void aStepThatIsReachedIsHeldForItsTime() {
        var reached = tenReplicas(8, 1, 4).decide();
        var meanwhile = tenReplicas(8, 1, 4).remembering(reached).later("1m59s").decide();

        assertThat(opened(reached)).isZero();
        assertThat(reached.standing().waitingOn()).isEqualTo("step 5%");
        assertThat(reached.lookAgainAt()).contains(World.NOW.plusSeconds(120));
        assertThat(opened(meanwhile)).isZero();
        assertThat(state(meanwhile, 0)).isEqualTo(StepState.Open);
    }

    @Test
    void theNextStepOpensUpToItsShare() {
        var reached = tenReplicas(8, 1, 6).decide();
        var next = tenReplicas(8, 1, 6).remembering(reached).later("2m").decide();

        assertThat(state(next, 0)).isEqualTo(StepState.Done);
        assertThat(state(next, 1)).isEqualTo(StepState.Open);
        assertThat(opened(next)).isEqualTo(4);
    }

    @Test
    void aStepIsNotOverWhileAnAnswerIsMissing() {
        var reached = tenReplicas(8, 1, 4).decide();
        var later = tenReplicas(8, 1, 4)
                .answering("v2", Unknown)
                .remembering(reached)
                .later("10m")
                .decide();

        assertThat(state(later, 0)).isEqualTo(StepState.Open);
        assertThat(later.standing().waitingOn()).isEqualTo("healthy");
    }

    @Test
    void theLastStepOpensAll() {
        var one = tenReplicas(8, 1, 4).decide();
        var two = tenReplicas(5, 5, 5).remembering(one).later("2m").decide();
        var three = tenReplicas(5, 5, 5).remembering(two).later("5m").decide();

        assertThat(state(two, 1)).isEqualTo(StepState.Open);
        assertThat(state(three, 1)).isEqualTo(StepState.Open);
        var last = tenReplicas(5, 5, 5).remembering(three).later("7m").decide();
        assertThat(state(last, 2)).isEqualTo(StepState.Open);
        assertThat(opened(last)).isEqualTo(5);
    }

    @Test
    void nothingIsVerifiedBeforeTheLastStepIsOver() {
        var early = tenReplicas(0, 10, 0).decide();

        assertThat(early.phase()).isEqualTo(Phase.Serve);
    }

    @Test
    void withOneReplicaThereAreNoSteps() {
        var decision = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .wanting(1)
                .following(STEPS)
                .running("v1", 1)
                .waiting("v2", 1)
                .answering("v2", Pass)
                .decide();

        assertThat(decision.progress().steps()).isEmpty();
        assertThat(opened(decision)).isEqualTo(1);
    }

    @Test
    void thePodBeforeTheLastOldOneWaitsForTheLastStep() {
        var decision = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .wanting(2)
                .following("{soak: 0s, steps: [{share: 99%, for: 1h}, {share: 100%}]}")
                .running("v1", 1)
                .candidate("v2", 1, 1)
                .answering("v2", Pass)
                .decide();

        assertThat(opened(decision)).isZero();
    }
}
