package dev.readygate.gate;

import static dev.readygate.facts.Outcome.Pass;
import static dev.readygate.facts.Outcome.Unknown;
import static dev.readygate.gate.StayStageTest.takenOver;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.gate.Effect.OpenGate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new revision under all traffic: which of its pods serve, and when it is verified. */
class StayingOnTest {
    private static List<String> opened(Decision decision) {
        return decision.effects().stream()
                .filter(OpenGate.class::isInstance)
                .map(it -> ((OpenGate) it).pod().name())
                .toList();
    }

    @Test
    void theTimeBeforeItTookOverDoesNotCount() {
        var serving = takenOver().waiting("v2", 1).answering("v2", Unknown).decide();
        var begun = takenOver().remembering(serving).later("10m").decide();

        assertThat(serving.progress().is(Gate.Stay, GateState.Pending)).isTrue();
        assertThat(begun.phase()).isEqualTo(Phase.Stay);
        assertThat(begun.lookAgainAt()).contains(World.NOW.plusSeconds(900));
    }

    @Test
    void saysForHowLongItSoaksAndForWhichCheckItWaits() {
        var standing = takenOver().decide().standing();

        assertThat(standing.reason()).isEqualTo(ReadyReason.Soaking);
        assertThat(standing.sentence()).isEqualTo("It takes all traffic, and is watched for 5m before it is verified.");
        assertThat(standing.waitingOn()).isEqualTo("soak");
    }

    @Test
    void onceTheSoakIsOverOnlyAnAnswerIsWaitedForNoMoreTime() {
        var begun = takenOver().decide();
        var late = takenOver()
                .answering("v2", Unknown)
                .remembering(begun)
                .later("5m")
                .decide();

        assertThat(late.standing().waitingOn()).isEqualTo("healthy");
        assertThat(late.lookAgainAt()).isEmpty();
    }

    private static Deciding watched(Outcome says) {
        return Deciding.in(takenOver())
                .following("soak: 5m")
                .check("healthy", Gate.Serve, says)
                .remembering(takenOver().decide());
    }

    @Test
    void aPodOfItThatComesLaterServesWhenItIsUpAndPasses() {
        var up = watched(Pass).pod("v2", Pod.PodGate.Closed, true, false);
        var starting = watched(Pass).pod("v2", Pod.PodGate.Closed, false, false);
        var silent = watched(Unknown).pod("v2", Pod.PodGate.Closed, true, false);

        assertThat(opened(up.decide())).containsExactly("cart-v2-more-3");
        assertThat(opened(starting.decide())).isEmpty();
        assertThat(opened(silent.decide())).isEmpty();
    }

    @Test
    void aPodOfTheBaselineServesAndOneOfAnyOtherRevisionDoesNot() {
        var decision = watched(Unknown)
                .pod("v1", Pod.PodGate.Closed, true, false)
                .pod("v0", Pod.PodGate.Closed, true, false)
                .decide();

        assertThat(opened(decision)).containsExactly("cart-v1-more-3");
    }

    @Test
    void onceVerifiedEveryPodServes() {
        var decision = Deciding.in(takenOver().later("5m"))
                .following("soak: 5m")
                .check("healthy", Gate.Serve, Pass)
                .remembering(takenOver().decide())
                .pod("v2", Pod.PodGate.Closed, false, false)
                .decide();

        assertThat(decision.baseline()).map(Baseline::hash).contains("v2");
        assertThat(opened(decision)).containsExactly("cart-v2-more-3");
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Verified);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"Pass", "Fail", "Unknown"})
    void aCheckOfGateStayIsAskedThoughThereIsNoSoak(Outcome says) {
        var decision = Deciding.in(takenOver())
                .check("healthy", Gate.Serve, Pass)
                .check("errors", Gate.Stay, says)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(decision.phase()).isEqualTo(says == Pass ? Phase.Idle : Phase.Stay);
        assertThat(decision.standing().waitingOn()).isEqualTo(says == Pass ? "" : "errors");
    }

    @Test
    void withoutAnyCheckAtGateServeItGoesThroughGateStayOnly() {
        var decision = Deciding.in(takenOver())
                .check("errors", Gate.Stay, Unknown)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(decision.progress().gates()).extracting(it -> it.gate()).containsExactly(Gate.Stay);
    }

    @Test
    void withoutSoakAndChecksThereIsNoGateStay() {
        var decision = Deciding.in(takenOver())
                .check("healthy", Gate.Serve, Pass)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(decision.progress().gates()).extracting(it -> it.gate()).containsExactly(Gate.Serve);
        assertThat(decision.baseline()).map(Baseline::hash).contains("v2");
    }
}
