package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.GiveBack;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Pause;
import dev.readygate.gate.Effect.PutBack;
import dev.readygate.gate.Effect.Refuse;
import dev.readygate.gate.Effect.Remove;
import dev.readygate.gate.Effect.Restore;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rolls back to a baseline without pods by declaring its template. */
class RestoreStageTest {
    private static final String BACK = "{soak: 5m, onFailure: Rollback}";

    /** The new revision has all traffic, and the GateBook contains no hold yet. */
    private static World takenOver() {
        return new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .emptied("v1")
                .opened("v2", 3)
                .following(BACK)
                .answering("v2", Outcome.Fail);
    }

    /** The template of v2 is in the GateBook, with revision number 2. */
    private static World refusedIn(World world) {
        return world.theBookVerifies("v1")
                .theBookHolds("v2")
                .theBookKeeps(2)
                .remembers(Phase.Restoring, "v1")
                .following(BACK);
    }

    private static World declared() {
        return refusedIn(new World().emptied("v1").opened("v2", 3));
    }

    private static World restored() {
        return refusedIn(new World().emptied("v2").running("v1", 3));
    }

    private static World parked() {
        return refusedIn(new World().running("v1", 3).emptied("v2")).pausedByUs();
    }

    @Test
    void firstTheBookKeepsAndRejectsTheDeclaredTemplate() {
        var decision = takenOver().decide();

        assertThat(decision.phase()).isEqualTo(Phase.Restoring);
        assertThat(decision.effects()).singleElement().isInstanceOfSatisfying(Refuse.class, it -> {
            assertThat(it.number()).isEqualTo(2);
            assertThat(it.entry().hold().orElseThrow().why()).isEqualTo("answered 503; rolled back to revision v1");
        });
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Restoring);
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Progressing);
    }

    @Test
    void atGateServeItGoesTheShortWayWhereThatIsOpen() {
        var decision = new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .following(BACK)
                .answering("v2", Outcome.Fail)
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Withdrawing);
        assertThat(decision.effects()).extracting(Object::getClass).isEqualTo(List.of(WriteBook.class, Pause.class));
    }

    @Test
    void whereThePolicySaysWithdrawItIsHeldAsItIs() {
        var decision = takenOver().following("soak: 5m").decide();

        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Held);
        assertThat(decision.standing().sentence()).contains("not taken back: 0 pods of the last good revision v1");
    }

    @Test
    void aPersonsPauseForbidsIt() {
        var decision = takenOver().pausedByAPerson().decide();

        assertThat(decision.effects()).hasOnlyElementsOfType(Announce.class);
        assertThat(decision.standing().sentence()).endsWith("not rolled back: somebody paused the Deployment");
    }

    @Test
    void soDoesABaselineWithoutReplicaSet() {
        var decision = takenOver().without("v1").decide();

        assertThat(decision.standing().sentence())
                .endsWith("not rolled back: the ReplicaSet of the last good revision is gone");
    }

    @Test
    void isTheBaselinesReplicaSetGoneAnOlderVerifiedRevisionIsRestored() {
        var begun = takenOver()
                .without("v1")
                .emptied("v0")
                .theBookVerifies("v1", "v0")
                .declaring(2)
                .decide();
        var restored = refusedIn(new World().emptied("v2").running("v0", 3))
                .theBookVerifies("v1", "v0")
                .theBookHolds("v2")
                .theBookKeeps(2)
                .decide();

        assertThat(((Refuse) begun.effects().getFirst())
                        .entry()
                        .hold()
                        .orElseThrow()
                        .why())
                .endsWith("rolled back to revision v0");
        assertThat(restored.effects()).hasAtLeastOneElementOfType(PutBack.class);
    }

    @Test
    void thenTheBaselineIsDeclared() {
        var decision = declared().decide();

        assertThat(decision.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Restore.class, it -> assertThat(it.baseline().hash()).isEqualTo("v1"));
        assertThat(decision.phase()).isEqualTo(Phase.Restoring);
    }

    @Test
    void nothingIsDeclaredBeforeKubernetesHasSeenTheLastChange() {
        assertThat(declared().unsettled().decide().effects()).isEmpty();
        assertThat(declared().unsettled().decide().phase()).isEqualTo(Phase.Restoring);
    }

    @Test
    void aPersonsPauseMeanwhileStopsIt() {
        var decision = declared().pausedByAPerson().decide();

        assertThat(decision.effects()).hasOnlyElementsOfType(Announce.class);
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Stuck);
        assertThat(decision.standing().sentence()).endsWith("not finished: somebody paused the Deployment");
    }

    @Test
    void untilTheBaselineHasTakenOverItsPodsAreLetIn() {
        var decision = refusedIn(new World().opened("v2", 2).waiting("v1", 1)).decide();

        assertThat(decision.effects()).singleElement().isInstanceOf(OpenGate.class);
        assertThat(decision.phase()).isEqualTo(Phase.Restoring);
    }

    @Test
    void thenTheUsersTemplateIsDeclaredAgainPaused() {
        assertThat(restored().decide().effects())
                .containsExactly(new PutBack(refused(2), Optional.of("revision v2 withdrawn: healthy: answered 503")));
    }

    @Test
    void thenItsFieldsAreGivenBackAndTheRestIsAsAfterAWithdrawal() {
        var decision = parked().decide();

        assertThat(decision.effects())
                .extracting(Object::getClass)
                .isEqualTo(List.of(GiveBack.class, WriteBook.class, Remove.class));
        assertThat(((WriteBook) decision.effects().get(1)).entry().flatMap(BookEntry::refused))
                .isEmpty();
        assertThat(decision.phase()).isEqualTo(Phase.Withdrawing);
    }

    @Test
    void theEntryIsKeptUpMeanwhile() {
        var decision = restored()
                .theBookVerifies("v1", "gone")
                .theBookHolds("v2")
                .theBookKeeps(2)
                .decide();

        assertThat(((WriteBook) decision.effects().getFirst())
                        .entry()
                        .orElseThrow()
                        .refused())
                .contains(refused(2));
    }

    @Test
    void anotherTemplateEndsIt() {
        var decision = refusedIn(new World().emptied("v2").running("v1", 3).waiting("v3", 1))
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Serve);
        assertThat(((WriteBook) decision.effects().getFirst())
                        .entry()
                        .orElseThrow()
                        .hold())
                .isEmpty();
    }

    @Test
    void broughtInAgainItIsRestoredOnceMore() {
        var decision = refusedIn(
                        new World().emptied("v0").emptied("x").emptied("v1").opened("v2", 3))
                .decide();

        assertThat(decision.effects()).hasAtLeastOneElementOfType(Restore.class);
    }

    @Test
    void broughtInAgainASecondTimeItStays() {
        var decision = refusedIn(new World()
                        .emptied("a")
                        .emptied("b")
                        .emptied("c")
                        .emptied("d")
                        .emptied("v1")
                        .opened("v2", 3))
                .decide();

        assertThat(decision.effects())
                .singleElement()
                .extracting(it -> ((Announce) it).announcement().key())
                .isEqualTo("v2-contested");
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.RollbackContested);
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Stuck);
        assertThat(decision.standing().sentence()).endsWith("so it stays; apply another template");
    }

    @Test
    void thatIsToldOnce() {
        var decision = refusedIn(new World()
                        .emptied("a")
                        .emptied("b")
                        .emptied("c")
                        .emptied("d")
                        .emptied("v1")
                        .opened("v2", 3))
                .remembers(Phase.Stay, "v1")
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Stay);
        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void theReportStillShowsTheGateThatTurnedItAway() {
        var begun = takenOver().answering("v2", Outcome.Pass).decide();
        var failing = takenOver().remembering(begun).decide();
        var restoring = restored().remembering(failing).decide();

        assertThat(failing.progress().is(Gate.Stay, GateState.Failed)).isTrue();
        assertThat(restoring.progress().hash()).isEqualTo("v2");
        assertThat(restoring.progress().is(Gate.Stay, GateState.Failed)).isTrue();
    }

    private static RejectedTemplate refused(long number) {
        return new RejectedTemplate(new PodTemplate("{}"), number);
    }
}
