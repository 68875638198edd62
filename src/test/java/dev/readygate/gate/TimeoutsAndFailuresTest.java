package dev.readygate.gate;

import static dev.readygate.facts.Outcome.Pass;
import static dev.readygate.facts.Outcome.Unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Pause;
import org.junit.jupiter.api.Test;

class TimeoutsAndFailuresTest {
    private static World waiting(String onTimeout) {
        return serving("{soak: 0s, waitAtMost: {serve: 30m}, onTimeout: %s}".formatted(onTimeout))
                .answering("v2", Unknown);
    }

    private static World serving(String rollout) {
        return new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .running("v1", 3)
                .waiting("v2", 1)
                .following(rollout);
    }

    private static Decision overdue(String onTimeout) {
        var begun = waiting(onTimeout).decide();
        return waiting(onTimeout).remembering(begun).later("30m").decide();
    }

    @Test
    void theGateSaysUntilWhenItWaits() {
        var decision = waiting("KeepWaiting").decide();

        assertThat(decision.progress().at(Gate.Serve).orElseThrow().deadline()).isEqualTo(World.NOW.plusSeconds(1800));
        assertThat(decision.lookAgainAt()).contains(World.NOW.plusSeconds(1800));
    }

    @Test
    void keepWaitingSaysSoAndStaysHeld() {
        var decision = overdue("KeepWaiting");

        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Stuck);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.TimedOut);
        assertThat(decision.progress().is(Gate.Serve, GateState.TimedOut)).isTrue();
        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void aRevisionThatPassesAfterTheTimeIsStillLetThrough() {
        var late = overdue("KeepWaiting");
        var decision = waiting("KeepWaiting")
                .answering("v2", Pass)
                .remembering(late)
                .later("40m")
                .decide();

        assertThat(decision.effects()).singleElement().isInstanceOf(OpenGate.class);
    }

    @Test
    void withdrawTakesItBack() {
        var decision = overdue("Withdraw");

        assertThat(decision.phase()).isEqualTo(Phase.Withdrawing);
        assertThat(decision.standing().sentence()).contains("healthy: not through gate Serve after 30m");
        assertThat(decision.effects()).anyMatch(Pause.class::isInstance);
    }

    /** With onFailure Hold it stays failed, and later reconciliations do not set a new deadline. */
    @Test
    void aRevisionThatRanOutOfTimeGetsNoMore() {
        var rollout = "{soak: 0s, waitAtMost: {serve: 30m}, onTimeout: Withdraw, onFailure: Hold}";
        var begun = serving(rollout).decide();
        var failed = serving(rollout).remembering(begun).later("30m").decide();
        var later = serving(rollout).remembering(failed).later("31m").decide();

        assertThat(failed.progress().is(Gate.Serve, GateState.Failed)).isTrue();
        assertThat(later.progress()).isEqualTo(failed.progress());
        assertThat(later.standing().sentence()).isEqualTo("healthy: not through gate Serve after 30m");
        assertThat(later.effects()).isEmpty();
    }

    @Test
    void proceedOpensEveryReadyPod() {
        assertThat(overdue("Proceed").effects()).singleElement().isInstanceOf(OpenGate.class);
    }

    @Test
    void scaledToZeroNothingIsOverdue() {
        var decision = waiting("Withdraw").wanting(0).later("2h").decide();

        assertThat(decision.phase()).isEqualTo(Phase.Serve);
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Unjudged);
    }

    @Test
    void aCrashLoopCountsOnlyWhereThePolicySaysSo() {
        var counted = serving("{soak: 0s, failOn: [CrashLoop]}").crashing("v2").decide();
        var notCounted = serving("{soak: 0s}").crashing("v2").decide();

        assertThat(counted.phase()).isEqualTo(Phase.Withdrawing);
        assertThat(counted.standing().sentence()).contains("crash-loop: containers keep crashing on 1 of 1 pods");
        assertThat(notCounted.phase()).isEqualTo(Phase.Serve);
    }

    @Test
    void theProgressDeadlineCountsUnlessAGateOfOursIsWhy() {
        var rollout = "{soak: 0s, failOn: [ProgressDeadline]}";

        assertThat(serving(rollout).outOfTime().decide().phase()).isEqualTo(Phase.Serve);
        assertThat(serving(rollout).crashing("v2").outOfTime().decide().phase()).isEqualTo(Phase.Withdrawing);
    }
}
