package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Finding;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Adoption, the first revision, and memory from before. */
class FirstLookTest {
    private static List<String> verified(Decision decision) {
        return decision.effects().stream()
                .filter(WriteBook.class::isInstance)
                .flatMap(it -> ((WriteBook) it).entry().orElseThrow().verified().stream())
                .toList();
    }

    @Test
    void theNumbersOfARevisionTellThatItServesBeforeItsPodsAreSeen() {
        var decision = Deciding.in(new World().running("v1", 2).wanting(3))
                .withoutPods()
                .decide();

        assertThat(decision.baseline()).contains(new Baseline("v1", World.NOW, true));
    }

    @Test
    void theRevisionWithTheMostPodsIsTheBaseline() {
        var decision = new World().running("v1", 1).running("v2", 2).decide();

        assertThat(decision.baseline()).map(Baseline::hash).contains("v2");
        assertThat(verified(decision)).containsExactly("v2", "v1");
    }

    @Test
    void ofEquallyManyTheNewerIs() {
        assertThat(new World().running("v1", 2).running("v2", 2).decide().baseline())
                .map(Baseline::hash)
                .contains("v2");
    }

    @Test
    void aRevisionWithoutPodsIsNotAdopted() {
        var decision = new World().emptied("v0").running("v1", 3).decide();

        assertThat(verified(decision)).containsExactly("v1");
    }

    @Test
    void theDeclaredRevisionIsAdoptedThoughNoPodOfItRunsYet() {
        var decision = new World().running("v1", 3).emptied("v2").decide();

        assertThat(verified(decision)).containsExactly("v1", "v2");
    }

    @Test
    void adoptingIsSaidAndNotTold() {
        var decision = new World().running("v1", 3).decide();

        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Adopted);
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Unjudged);
        assertThat(decision.effects()).noneMatch(Announce.class::isInstance);
    }

    @Test
    void aFirstRevisionPassesNoGateAndItsPodsServe() {
        var decision = Deciding.in(new World().running("v1", 2))
                .check("healthy", Gate.Serve, Outcome.Fail)
                .remembersNoBaseline()
                .pod("v1", Pod.PodGate.Closed, true, false)
                .decide();

        assertThat(decision.progress().is(Gate.Serve, GateState.Skipped)).isTrue();
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.FirstRevision);
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Progressing);
        assertThat(decision.standing().waitingOn()).isEqualTo("healthy");
        assertThat(decision.effects()).filteredOn(OpenGate.class::isInstance).hasSize(1);
    }

    @Test
    void aFirstRevisionThatPassesIsThroughAllGatesAndAllItsPodsServe() {
        var decision = Deciding.in(new World().running("v1", 3))
                .check("healthy", Gate.Serve, Outcome.Pass)
                .check("errors", Gate.Stay, Outcome.Pass)
                .remembersNoBaseline()
                .pod("v1", Pod.PodGate.Closed, false, false)
                .decide();

        assertThat(decision.progress().is(Gate.Serve, GateState.Passed)).isTrue();
        assertThat(decision.progress().is(Gate.Stay, GateState.Passed)).isTrue();
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Verified);
        assertThat(decision.effects()).filteredOn(OpenGate.class::isInstance).hasSize(1);
        assertThat(verified(decision)).containsExactly("v1");
    }

    @Test
    void aFirstRevisionNeedsEveryGateToBecomeTheBaseline() {
        var decision = Deciding.in(new World().running("v1", 3))
                .check("healthy", Gate.Serve, Outcome.Pass)
                .check("errors", Gate.Stay, Outcome.Unknown)
                .remembersNoBaseline()
                .decide();

        assertThat(decision.baseline()).isEmpty();
    }

    /** The operator crashed after the GateBook had v2 as verified, and before the report did. */
    @Test
    void theBookKnowsOfABaselineBeforeTheReportDoes() {
        var decision = new World()
                .emptied("v1")
                .opened("v2", 3)
                .waiting("v3", 1)
                .theBookVerifies("v2", "v1")
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(decision.baseline()).contains(new Baseline("v2", World.NOW, false));
    }

    @Test
    void ifTheReportIsLostTheBookTellsTheVerifiedRevisions() {
        var decision = new World().running("v1", 3).theBookVerifies("v1").decide();

        assertThat(decision.baseline()).map(Baseline::hash).contains("v1");
        assertThat(decision.baseline()).map(Baseline::unproven).contains(true);
    }

    @Test
    void whileKubernetesCatchesUpPodsOfVerifiedRevisionsAreOpenedAllTheSame() {
        var decision = Deciding.in(
                        new World().running("v1", 3).theBookVerifies("v1").unsettled())
                .remembers(Phase.Idle, "v1")
                .pod("v1", Pod.PodGate.Closed, true, false)
                .pod("v2", Pod.PodGate.Closed, true, false)
                .decide();

        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Unsettled);
        assertThat(decision.standing().waitingOn()).isEqualTo("rollout");
        assertThat(decision.effects()).hasSize(1).hasOnlyElementsOfType(OpenGate.class);
    }

    @Test
    void aPauseOfOursThatCameWithACopyIsLifted() {
        var copy = new World().pausedByUs();

        assertThat(copy.decide().effects()).containsExactly(new Unpause());
        assertThat(copy.decide().provisional()).isTrue();
        assertThat(copy.remembersNoBaseline().decide().effects()).containsExactly(new Unpause());
    }

    @Test
    void aPersonsPauseThatCameWithACopyIsTheirs() {
        assertThat(new World().pausedByAPerson().decide().effects()).isEmpty();
    }

    @Test
    void theOperatorsPauseIsNotLiftedBeforeTheRunningRevisionIsKnown() {
        assertThat(new World().pausedByUs().unsettled().decide().effects()).isEmpty();
        assertThat(new World()
                        .running("v1", 3)
                        .declaring(7)
                        .pausedByUs()
                        .decide()
                        .effects())
                .doesNotContain(new Unpause());
        assertThat(new World().theBookVerifies("v1").pausedByUs().decide().effects())
                .doesNotContain(new Unpause());
    }

    @Test
    void aCheckThatAsksNoPodsIsReportedAsItIsWithoutData() {
        var decision = Deciding.in(new World().running("v1", 3).waiting("v2", 1).theBookVerifies("v1"))
                .check(
                        "approved",
                        Gate.Serve,
                        subject -> new Finding(
                                "approved",
                                SomeReason.of(subject.candidate().isPresent() ? Outcome.Unknown : Outcome.Pass),
                                "so it is",
                                Finding.Measured.NOTHING,
                                Optional.empty()))
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(decision.findings()).extracting(Finding::outcome).containsExactly(Outcome.Unknown);
    }
}
