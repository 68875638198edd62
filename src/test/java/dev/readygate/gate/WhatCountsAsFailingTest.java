package dev.readygate.gate;

import static dev.readygate.facts.Outcome.Unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.gate.GateRule.Bearing;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Causes that fail a revision, and causes that only hold it. */
class WhatCountsAsFailingTest {
    private static final String CRASH = "{soak: 0s, failOn: [CrashLoop]}";
    private static final String DEADLINE = "{soak: 0s, failOn: [ProgressDeadline]}";

    private static World serving(String rollout) {
        return new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .running("v1", 3)
                .waiting("v2", 1)
                .answering("v2", Unknown)
                .following(rollout);
    }

    @ParameterizedTest
    @CsvSource({
        "Pass, Wait, LetsPass",
        "Waived, Wait, LetsPass",
        "NotApplicable, Wait, LetsPass",
        "Fail, Wait, Refuses",
        "Fail, Skip, Refuses",
        "Unknown, Wait, Holds",
        "Error, Wait, Holds",
        "Unknown, Fail, Refuses",
        "Error, Fail, Refuses",
        "Unknown, Pass, LetsPass",
        "Error, Skip, LetsPass"
    })
    void missingDataCountsAsThePolicySays(Outcome outcome, OnNoData onNoData, Bearing expected) {
        Check never = subject -> {
            throw new AssertionError("not asked");
        };
        var finding = new Finding("a", SomeReason.of(outcome), "so it is", Measured.NOTHING, Optional.empty());

        assertThat(new GateRule("a", Optional.of(Gate.Serve), onNoData, never).bearing(finding))
                .isEqualTo(expected);
    }

    @Test
    void podsThatDoNotCrashAreNoCrashLoop() {
        assertThat(serving(CRASH).decide().phase()).isEqualTo(Phase.Serve);
    }

    @Test
    void aProgressDeadlineThatIsStillToComeIsNoFailure() {
        assertThat(serving(DEADLINE).crashing("v2").decide().phase()).isEqualTo(Phase.Serve);
    }

    @Test
    void aGateOfOursExcusesTheDeadlineOnlyForPodsThatWaitForIt() {
        var waiting = Deciding.in(
                serving(DEADLINE).without("v2").candidate("v2", 1, 0).outOfTime());

        assertThat(waiting.check("healthy", Gate.Serve, Unknown)
                        .following(DEADLINE)
                        .remembers(Phase.Serve, "v1")
                        .decide()
                        .standing()
                        .sentence())
                .contains("progress-deadline: Kubernetes saw no progress within progressDeadlineSeconds");
        assertThat(waiting.pod("v2", Pod.PodGate.Closed, true, false).decide().phase())
                .isEqualTo(Phase.Serve);
    }

    @ParameterizedTest
    @CsvSource({"60, Serve", "0, Serve", "-60, Withdrawing"})
    void aPodThatServesOnlySinceKubernetesGaveUpIsProgressThatItHasNotSeen(int after, Phase expected) {
        var opened = serving(DEADLINE).without("v2").candidate("v2", 1, 0).outOfTime();

        var decision = Deciding.in(opened)
                .servingPod("v2", World.NOW.plusSeconds(after))
                .check("healthy", Gate.Serve, Unknown)
                .following(DEADLINE)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(decision.phase()).isEqualTo(expected);
    }

    @Test
    void takingBackNeedsAsManyPodsOfTheBaselineAsWerePromised() {
        var enough = serving("soak: 0s").answering("v2", Outcome.Fail);
        var one = Deciding.in(
                        serving("soak: 0s").without("v1", "v2").running("v1", 2).waiting("v2", 1))
                .desired(it -> new Desired(3, false, 1, 1, false))
                .check("healthy", Gate.Serve, Outcome.Fail)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(enough.decide().phase()).isEqualTo(Phase.Withdrawing);
        assertThat(one.phase()).isEqualTo(Phase.Withdrawing);
    }

    @Test
    void andAtLeastOneHoweverFewWerePromised() {
        var none = Deciding.in(new World().theBookVerifies("v1").emptied("v1").waiting("v2", 1))
                .desired(it -> new Desired(1, false, 1, 0, false))
                .check("healthy", Gate.Serve, Outcome.Fail)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(none.phase()).isEqualTo(Phase.Serve);
        assertThat(none.standing().sentence())
                .isEqualTo("healthy: so it is; not taken back: 0 pods of the last good revision v1 are available,"
                        + " and it takes 1");
    }

    @Test
    void ofSeveralFailuresTheFirstCheckIsNamed() {
        var decision = Deciding.in(serving("soak: 0s"))
                .check("warm", Gate.Serve, Outcome.Pass)
                .check("healthy", Gate.Serve, Outcome.Fail)
                .check("fast", Gate.Serve, Outcome.Fail)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(decision.standing().waitingOn()).isEqualTo("healthy");
    }
}
