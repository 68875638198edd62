package dev.readygate.gate;

import static dev.readygate.facts.Outcome.Fail;
import static dev.readygate.facts.Outcome.Pass;
import static dev.readygate.facts.Outcome.Unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Pod;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods of a new revision, and which of them may take traffic. */
class ServeStageTest {
    private static World rollingOut() {
        return new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .running("v1", 3)
                .waiting("v2", 1)
                .answering("v2", Unknown);
    }

    private static Deciding passing(World world) {
        return Deciding.in(world).check("healthy", Gate.Serve, Pass).remembers(Phase.Serve, "v1");
    }

    private static List<String> opened(Decision decision) {
        return decision.effects().stream()
                .filter(OpenGate.class::isInstance)
                .map(it -> ((OpenGate) it).pod().name())
                .toList();
    }

    @Test
    void aPodThatIsStillStartingIsNotOpenedThoughItsCheckPasses() {
        var decision = passing(rollingOut())
                .pod("v2", Pod.PodGate.Closed, false, false)
                .decide();

        assertThat(opened(decision)).containsExactly("cart-v2-0");
    }

    @Test
    void aPodOfTheBaselineThatGotAGateIsOpenedInSpiteOfItsAnswer() {
        var decision = Deciding.in(rollingOut())
                .check("healthy", Gate.Serve, Unknown)
                .remembers(Phase.Serve, "v1")
                .pod("v1", Pod.PodGate.Closed, true, false)
                .decide();

        assertThat(opened(decision)).containsExactly("cart-v1-more-4");
    }

    @Test
    void aSupersededRevisionThatNeverServedDoesNotStartTo() {
        var decision = passing(rollingOut().waiting("v3", 1)).decide();

        assertThat(opened(decision)).containsExactly("cart-v3-0");
    }

    @Test
    void aSupersededRevisionsPodThatIsStillStartingIsNotOpened() {
        var decision = passing(new World()
                        .theBookVerifies("v1")
                        .emptied("v1")
                        .opened("v2", 2)
                        .waiting("v3", 1))
                .pod("v2", Pod.PodGate.Closed, false, false)
                .decide();

        assertThat(opened(decision)).containsExactly("cart-v3-0");
    }

    @Test
    void theCandidatesOwnPodsDoNotServeByReplacingEachOtherWhileItFails() {
        var decision = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .running("v1", 1)
                .candidate("v2", 1, 1)
                .answering("v2", Fail)
                .decide();

        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Held);
        assertThat(opened(decision)).isEmpty();
    }

    @Test
    void podsAreOpenedInTheOrderOfTheirNames() {
        var decision = passing(rollingOut())
                .pod("v2", Pod.PodGate.Closed, true, false)
                .pod("v2", Pod.PodGate.Closed, true, false)
                .decide();

        assertThat(opened(decision)).hasSize(3).isSorted();
    }

    @Test
    void saysForWhichCheckItWaitsAndUntilWhen() {
        var decision =
                rollingOut().following("{soak: 0s, waitAtMost: {serve: 10m}}").decide();

        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Progressing);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Serving);
        assertThat(decision.standing().sentence()).isEqualTo("New pods take traffic one by one, as they pass.");
        assertThat(decision.progress().is(Gate.Serve, GateState.Held)).isTrue();
        assertThat(decision.progress().at(Gate.Serve).orElseThrow().waitingOn()).isEqualTo("healthy");
        assertThat(decision.lookAgainAt()).contains(World.NOW.plusSeconds(600));
    }

    @Test
    void withEveryCheckPassedItWaitsForKubernetes() {
        assertThat(rollingOut().answering("v2", Pass).decide().standing().waitingOn())
                .isEqualTo("rollout");
    }

    @Test
    void theTimeItMayWaitDoesNotMoveWhenItIsLookedAtAgain() {
        var terms = "{soak: 0s, waitAtMost: {serve: 10m}}";
        var first = rollingOut().following(terms).decide();
        var later =
                rollingOut().following(terms).remembering(first).later("9m59s").decide();

        assertThat(later.standing().reason()).isEqualTo(ReadyReason.Serving);
        assertThat(later.lookAgainAt()).contains(World.NOW.plusSeconds(600));
    }

    @Test
    void onceItIsLateNoTimeIsLeftToWaitFor() {
        var terms = "{soak: 0s, waitAtMost: {serve: 10m}, onTimeout: KeepWaiting}";
        var first = rollingOut().following(terms).decide();
        var late = rollingOut().following(terms).remembering(first).later("10m").decide();

        assertThat(late.standing().sentence()).isEqualTo("Not through gate Serve after 10m; it waits on.");
        assertThat(late.standing().waitingOn()).isEqualTo("healthy");
        assertThat(late.lookAgainAt()).isEmpty();
    }

    @Test
    void aRevisionThatProceedsAfterItsTimeIsVerifiedOnceItHasTakenOver() {
        var terms = "{soak: 0s, waitAtMost: {serve: 10m}, onTimeout: Proceed}";
        var first = rollingOut().following(terms).decide();
        var decision = new World()
                .theBookVerifies("v1")
                .emptied("v1")
                .opened("v2", 3)
                .answering("v2", Unknown)
                .following(terms)
                .remembering(first)
                .later("10m")
                .decide();

        assertThat(decision.baseline()).map(Baseline::hash).contains("v2");
    }

    @Test
    void itIsNotThroughWhileOldPodsAreStillThereThoughAllPass() {
        var decision = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .running("v1", 1)
                .opened("v2", 2)
                .answering("v2", Pass)
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Serve);
        assertThat(decision.effects()).noneMatch(WriteBook.class::isInstance);
    }

    @Test
    void aCheckThatIsOnlyShownHoldsNoPod() {
        var decision = Deciding.in(rollingOut())
                .check("healthy", Gate.Serve, Pass)
                .check("shown", null, Fail)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(opened(decision)).containsExactly("cart-v2-0");
    }

    @Test
    void everyCheckOfTheGateHasToPass() {
        var decision = Deciding.in(rollingOut())
                .check("healthy", Gate.Serve, Pass)
                .check("warm", Gate.Serve, Unknown)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(opened(decision)).isEmpty();
        assertThat(decision.standing().waitingOn()).isEqualTo("warm");
    }

    @Test
    void aCheckOfGateStayDoesNotRefuseAtGateServe() {
        var decision = Deciding.in(rollingOut())
                .check("healthy", Gate.Serve, Pass)
                .check("errors", Gate.Stay, Fail)
                .remembers(Phase.Serve, "v1")
                .decide();

        assertThat(opened(decision)).containsExactly("cart-v2-0");
        assertThat(decision.progress().gates()).hasSize(2);
    }
}
