package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.Empty;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Pause;
import dev.readygate.gate.Effect.Remove;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A withdrawal on its way back to the baseline. */
class WithdrawalTest {
    private static World refused() {
        return new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1");
    }

    private static List<String> goingAway(Decision decision) {
        return decision.effects().stream()
                .flatMap(it -> switch (it) {
                    case Empty empty -> Stream.of("empty " + empty.revision().hash());
                    case Remove remove ->
                        Stream.of("remove " + remove.revision().hash());
                    default -> Stream.<String>empty();
                })
                .toList();
    }

    @Test
    void unverifiedRevisionsThatScalingFromZeroCouldWakeGoToo() {
        var decision = new World()
                .emptied("v0")
                .running("v1", 3)
                .waiting("v2", 1)
                .emptied("v3")
                .declaring(3)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .decide();

        assertThat(goingAway(decision)).containsExactly("empty v2", "remove v3");
    }

    @Test
    void verifiedRevisionsStayHoweverNew() {
        var decision = new World()
                .running("v1", 3)
                .emptied("v1b")
                .waiting("v2", 1)
                .theBookVerifies("v1", "v1b")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .decide();

        assertThat(goingAway(decision)).containsExactly("empty v2");
    }

    @Test
    void ifTheBaselineIsGoneThereIsNothingToGoBackTo() {
        var decision = new World()
                .waiting("v2", 1)
                .emptied("v3")
                .declaring(1)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .decide();

        assertIsReleased(decision);
    }

    /**
     * Between the operator's decision and its pause, Kubernetes scaled away the baseline's pods: scaled to zero,
     * the new revision would be scaled up again for ever.
     */
    @Test
    void aRevisionThatTookOverMeanwhileIsReleasedAndJudgedAgain() {
        assertIsReleased(takenOver().pausedByUs().decide());
    }

    private static World takenOver() {
        return new World()
                .emptied("v1")
                .opened("v2", 3)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1");
    }

    /** The hold is removed last, because it is the reason for the other steps. */
    private static void assertIsReleased(Decision decision) {
        assertThat(decision.effects()).extracting(Object::getClass).isEqualTo(List.of(Unpause.class, WriteBook.class));
        assertThat(MadeUp.written(decision).orElseThrow().orElseThrow().hold()).isEmpty();
        assertThat(decision.phase()).isEqualTo(Phase.Serve);
    }

    /** The operator may just have written the pause, and not seen it yet. */
    @Test
    void alsoAPauseThatIsNotSeen() {
        assertIsReleased(takenOver().decide());
    }

    @Test
    void butNeverAPersons() {
        var decision = takenOver().pausedByAPerson().decide();

        assertThat(decision.effects()).singleElement().isInstanceOf(WriteBook.class);
    }

    /** Kubernetes scales up the ReplicaSet that is left, which is the baseline's. */
    @Test
    void wherePodsOfItStartedUpInPlaceOfTheBaselinesItGoesAtOnce() {
        var decision = new World()
                .emptied("v1")
                .waiting("v2", 3)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .decide();

        assertThat(goingAway(decision)).containsExactly("remove v2");
    }

    @Test
    void aResumedDeploymentIsPausedAgainBeforeAPodIsTakenAway() {
        var decision = Deciding.in(refused().pausedByUs())
                .check("healthy", Gate.Serve, Outcome.Fail)
                .desired(it -> new Desired(3, false, 0, 1, false))
                .remembers(Phase.Withdrawing, "v1")
                .decide();

        assertThat(decision.effects()).hasOnlyElementsOfType(Pause.class).hasSize(1);
    }

    @Test
    void itIsNotOverBeforeThePauseIsSeen() {
        var decision = new World()
                .running("v1", 3)
                .declaring(2)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .unsettled()
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Withdrawing);
        assertThat(decision.effects()).noneMatch(Announce.class::isInstance);
    }

    @Test
    void itNamesTheFailureAndThatAUserHasToAct() {
        var standing = refused().pausedByUs().decide().standing();

        assertThat(standing.outlook()).isEqualTo(Outlook.Stuck);
        assertThat(standing.reason()).isEqualTo(ReadyReason.Withdrawn);
        assertThat(standing.sentence()).isEqualTo("revision v2 withdrawn: healthy: answered 503");
        assertThat(standing.waitingOn()).isEqualTo("healthy");
    }

    @Test
    void itsEndIsReportedWithTheRevisionThatServes() {
        var decision = new World()
                .running("v1", 3)
                .declaring(2)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .decide();

        assertThat(decision.effects())
                .singleElement()
                .extracting(it -> ((Announce) it).announcement().sentence())
                .isEqualTo("revision v2 withdrawn: healthy: answered 503; the last good revision keeps serving");
    }

    @Test
    void meanwhileThePodsOfTheBaselineNeedNoGate() {
        var decision = new World()
                .candidate("v1", 3, 1)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .decide();

        assertThat(decision.effects())
                .filteredOn(OpenGate.class::isInstance)
                .singleElement()
                .extracting(it -> ((OpenGate) it).pod().hash())
                .isEqualTo("v1");
    }

    @Test
    void theReportShowsTheGateThatTurnedItAway() {
        var atServe = refused().pausedByUs().following("soak: 5m").decide().progress();

        assertThat(atServe.is(Gate.Serve, GateState.Failed)).isTrue();
        assertThat(atServe.is(Gate.Stay, GateState.Pending)).isTrue();
        assertThat(atServe.at(Gate.Serve).orElseThrow().waitingOn()).isEqualTo("healthy");
    }

    @Test
    void alsoIfThatWasWhileItWasWatched() {
        var watched = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .emptied("v1")
                .opened("v2", 3)
                .following("soak: 5m")
                .answering("v2", Outcome.Pass);
        var begun = watched.decide();
        var failing = watched.without("v1", "v2")
                .running("v1", 3)
                .opened("v2", 3)
                .answering("v2", Outcome.Fail)
                .remembering(begun)
                .decide();
        var takenBack =
                watched.theBookHolds("v2").pausedByUs().remembering(failing).decide();

        assertThat(failing.effects()).extracting(Object::getClass).isEqualTo(List.of(WriteBook.class, Pause.class));
        assertThat(takenBack.progress().is(Gate.Serve, GateState.Passed)).isTrue();
        assertThat(takenBack.progress().is(Gate.Stay, GateState.Failed)).isTrue();
    }

    @Test
    void aHoldOfARevisionIsOverWhenAnotherIsDeclaredThoughOurPauseIsStillThere() {
        var decision = new World()
                .running("v1", 3)
                .waiting("v3", 1)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Serve);
    }

    /** Without its GateBook entry, a resume would start the held revision, and no gate would hold its pods. */
    @Test
    void aBookThatWasDeletedIsWrittenAsItWas() {
        var decision = new World()
                .running("v1", 3)
                .declaring(2)
                .remembers(Phase.Withdrawn, "v1")
                .pausedByUs()
                .decide();

        var entry = MadeUp.written(decision).orElseThrow().orElseThrow();
        assertThat(entry.hold()).contains(World.hold("v2"));
        assertThat(entry.verifies("v1")).isTrue();
        assertThat(decision.phase()).isEqualTo(Phase.Withdrawn);
    }
}
