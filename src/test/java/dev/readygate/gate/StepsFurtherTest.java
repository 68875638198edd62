package dev.readygate.gate;

import static dev.readygate.facts.Outcome.Pass;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.StepStatus;
import dev.readygate.api.v1alpha1.StepStatus.StepState;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.gate.Effect.OpenGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps in odd situations. */
class StepsFurtherTest {
    private static World cart(int old, int open, int waiting, String steps) {
        return new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .wanting(10)
                .following("{soak: 0s, steps: %s}".formatted(steps))
                .running("v1", old)
                .answering("v2", Pass)
                .candidate("v2", open, waiting);
    }

    private static Deciding deciding(World world, String steps) {
        return Deciding.in(world)
                .following("{soak: 0s, steps: %s}".formatted(steps))
                .check("healthy", Gate.Serve, Pass)
                .remembers(Phase.Serve, "v1");
    }

    private static long opened(Decision decision) {
        return decision.effects().stream().filter(OpenGate.class::isInstance).count();
    }

    @ParameterizedTest
    @CsvSource({"1%, 1", "19%, 1", "20%, 2", "50%, 5", "99%, 9"})
    void aShareIsRoundedDownButAtLeastOnePodAndNeverTheLastOldOne(String share, int pods) {
        var decision = cart(10, 0, 10, "[{share: %s, for: 1h}, {share: 100%%}]".formatted(share))
                .decide();

        assertThat(opened(decision)).isEqualTo(pods);
    }

    @Test
    void whereAllPodsGoBeforeNewOnesComeThereAreNoSteps() {
        var steps = "[{share: 10%, for: 1h}, {share: 100%}]";
        var decision = deciding(cart(0, 0, 10, steps), steps)
                .desired(it -> new Desired(10, false, 10, 0, true))
                .decide();

        assertThat(decision.progress().steps()).isEmpty();
        assertThat(opened(decision)).isEqualTo(10);
        assertThat(decision.standing().sentence()).contains("one by one");
    }

    @Test
    void aStepWithoutATimeIsOverOnceItIsReachedAndItsPodsPass() {
        var decision = cart(9, 1, 5, "[{share: 10%}, {share: 30%, for: 1h}, {share: 100%}]")
                .decide();

        assertThat(decision.progress().steps())
                .extracting(StepStatus::state)
                .containsExactly(StepState.Done, StepState.Open, StepState.Pending);
        assertThat(opened(decision)).isEqualTo(2);
        assertThat(decision.standing().sentence()).contains("step by step");
    }

    @Test
    void aStepThatIsNotReachedYetHasNoTime() {
        var step = cart(10, 0, 5, "[{share: 10%, for: 1h}, {share: 100%}]")
                .decide()
                .progress()
                .steps()
                .getFirst();

        assertThat(step.since()).isNull();
        assertThat(step.state()).isEqualTo(StepState.Open);
    }

    @Test
    void aStepThatTheAuthorChangedBeginsAnew() {
        var before = cart(9, 1, 5, "[{share: 10%, for: 1m}, {share: 100%}]");
        var changed = cart(9, 1, 5, "[{share: 19%, for: 1m}, {share: 100%}]")
                .remembering(before.decide())
                .later("1m")
                .decide();

        assertThat(changed.progress().steps().getFirst().state()).isEqualTo(StepState.Open);
        assertThat(changed.progress().steps().getFirst().since()).isEqualTo(World.NOW.plusSeconds(60));
    }

    @Test
    void aStepThatIsDoneStaysDoneThoughAPodIsLost() {
        var steps = "[{share: 20%}, {share: 50%, for: 1h}, {share: 100%}]";
        var done = cart(8, 2, 5, steps).decide();
        var lost = cart(8, 1, 5, steps).remembering(done).decide();

        assertThat(lost.progress().steps().getFirst().state()).isEqualTo(StepState.Done);
        assertThat(opened(lost)).isEqualTo(4);
    }

    @Test
    void aPodThatIsLeavingMakesRoomForAnother() {
        var steps = "[{share: 20%, for: 1h}, {share: 100%}]";
        var decision = deciding(cart(8, 1, 3, steps), steps)
                .pod("v2", Pod.PodGate.Open, true, true)
                .decide();

        assertThat(opened(decision)).isEqualTo(1);
    }

    @Test
    void itIsVerifiedWhenTheLastStepIsOver() {
        var steps = "[{share: 10%}, {share: 100%, for: 5m}]";
        var reached = cart(0, 10, 0, steps).decide();
        var before = cart(0, 10, 0, steps).remembering(reached).later("4m59s").decide();
        var over = cart(0, 10, 0, steps).remembering(reached).later("5m").decide();

        assertThat(reached.standing().waitingOn()).isEqualTo("step 100%");
        assertThat(before.phase()).isEqualTo(Phase.Serve);
        assertThat(over.baseline()).map(Baseline::hash).contains("v2");
    }

    @Test
    void theReportCountsTheReadyPodsOfBothSides() {
        var step = cart(8, 2, 3, "[{share: 20%, for: 1h}, {share: 100%}]")
                .decide()
                .progress()
                .steps()
                .getFirst();

        assertThat(step.newPods()).isEqualTo(2);
        assertThat(step.allPods()).isEqualTo(10);
    }
}
