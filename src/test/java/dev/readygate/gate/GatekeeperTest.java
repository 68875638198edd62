package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.api.v1alpha1.Rollout.OnFailure;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Announcement.NewsKind;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.Empty;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Pause;
import dev.readygate.gate.Effect.Remove;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatekeeperTest {

    private static BookEntry written(Decision decision) {
        return only(decision, WriteBook.class).entry().orElseThrow();
    }

    private static <E extends Effect> E only(Decision decision, Class<E> kind) {
        assertThat(all(decision, kind)).hasSize(1);
        return all(decision, kind).getFirst();
    }

    private static <E extends Effect> List<E> all(Decision decision, Class<E> kind) {
        return decision.effects().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void aRunningRevisionIsAdoptedAsBaselineAndNotGated() {
        var decision = new World().running("v1", 3).decide();

        assertThat(decision.baseline()).contains(new Baseline("v1", World.NOW, true));
        assertThat(written(decision).verified()).containsExactly("v1");
        assertThat(decision.phase()).isEqualTo(Phase.Idle);
    }

    @Test
    void arrivingInTheMiddleOfARolloutGatesNeitherSide() {
        var decision = new World().running("v1", 3).waiting("v2", 1).decide();

        assertThat(decision.baseline()).map(Baseline::hash).contains("v1");
        assertThat(written(decision).verified()).containsExactly("v1", "v2");
        assertThat(all(decision, OpenGate.class)).hasSize(1);
    }

    @Test
    void aFirstRevisionIsNeitherGatedNorWithdrawn() {
        var decision = new World()
                .running("v1", 3)
                .remembersNoBaseline()
                .answering("v1", Outcome.Fail)
                .decide();

        assertThat(written(decision)).isEqualTo(BookEntry.ungated(World.UID));
        assertThat(decision.baseline()).isEmpty();
    }

    @Test
    void aFirstRevisionThatPassesIsTheBaseline() {
        var decision = new World()
                .running("v1", 3)
                .remembersNoBaseline()
                .answering("v1", Outcome.Pass)
                .decide();

        assertThat(decision.baseline()).contains(new Baseline("v1", World.NOW, false));
        assertThat(only(decision, Announce.class).announcement().kind()).isEqualTo(NewsKind.Verified);
    }

    @Test
    void nothingIsDoneForAVerifiedRevisionInSpiteOfItsChecks() {
        var decision = new World()
                .running("v1", 3)
                .theBookVerifies("v1")
                .remembers(Phase.Idle, "v1")
                .answering("v1", Outcome.Fail)
                .decide();

        assertThat(decision.effects()).isEmpty();
        assertThat(decision.phase()).isEqualTo(Phase.Idle);
    }

    @Test
    void podsOfANewRevisionAreOpenedWhenTheyPass() {
        var decision = rollingOut().answering("v2", Outcome.Pass).decide();

        assertThat(only(decision, OpenGate.class).pod().hash()).isEqualTo("v2");
        assertThat(decision.phase()).isEqualTo(Phase.Serve);
    }

    @Test
    void unknownHoldsAndTakesNothingBack() {
        var decision = rollingOut().answering("v2", Outcome.Unknown).decide();

        assertThat(decision.effects()).isEmpty();
        assertThat(decision.standing().waitingOn()).isEqualTo("healthy");
    }

    @Test
    void anErrorHoldsAndTakesNothingBack() {
        assertThat(rollingOut().answering("v2", Outcome.Error).decide().effects())
                .isEmpty();
    }

    @Test
    void aFailingRevisionIsHeldInTheBookBeforeItIsPaused() {
        var decision = rollingOut().answering("v2", Outcome.Fail).decide();

        assertThat(decision.effects()).extracting(Object::getClass).isEqualTo(List.of(WriteBook.class, Pause.class));
        assertThat(written(decision).hold()).contains(World.hold("v2"));
        assertThat(decision.phase()).isEqualTo(Phase.Withdrawing);
    }

    @Test
    void aFailingRevisionStaysWhenTheBaselineCouldNotCarryTheLoad() {
        var decision = new World()
                .running("v1", 2)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .answering("v2", Outcome.Fail)
                .decide();

        assertThat(decision.effects()).singleElement().isInstanceOf(Announce.class);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Held);
        assertThat(decision.standing().sentence()).contains("not taken back: 2 pods", "it takes 3");
    }

    @Test
    void aPolicyThatOnlyHoldsTakesNothingBack() {
        var decision = rollingOut()
                .onFailure(OnFailure.Hold)
                .answering("v2", Outcome.Fail)
                .decide();

        assertThat(decision.effects()).singleElement().isInstanceOf(Announce.class);
        assertThat(decision.phase()).isEqualTo(Phase.Serve);
    }

    @Test
    void aRevisionThatTookOverAndPassesIsVerified() {
        var decision = new World()
                .emptied("v1")
                .opened("v2", 3)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .answering("v2", Outcome.Pass)
                .decide();

        assertThat(written(decision).verified()).containsExactly("v2", "v1");
        assertThat(decision.baseline()).map(Baseline::hash).contains("v2");
        assertThat(only(decision, Announce.class).announcement().key()).isEqualTo("v2-verified");
    }

    @Test
    void killedAfterTheBookWasWrittenItGoesOnToPauseWithoutAskingAgain() {
        var decision =
                rollingOut().theBookHolds("v2").answering("v2", Outcome.Unknown).decide();

        assertThat(only(decision, Pause.class).why()).contains("v2 withdrawn: healthy: answered 503");
        assertThat(all(decision, Empty.class)).isEmpty();
    }

    @Test
    void onceThePauseIsSeenTheRevisionIsEmptied() {
        var decision = rollingOut().theBookHolds("v2").pausedByUs().decide();

        assertThat(only(decision, Empty.class).revision().hash()).isEqualTo("v2");
    }

    @Test
    void beforeThePauseIsSeenNothingIsEmptied() {
        var decision = rollingOut().theBookHolds("v2").pausedByUs().unsettled().decide();

        assertThat(decision.effects()).isEmpty();
        assertThat(decision.phase()).isEqualTo(Phase.Withdrawing);
    }

    @Test
    void onceEmptiedTheRevisionIsRemoved() {
        var decision = new World()
                .running("v1", 3)
                .emptied("v2")
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawing, "v1")
                .pausedByUs()
                .decide();

        assertThat(only(decision, Remove.class).revision().hash()).isEqualTo("v2");
    }

    @Test
    void onceRemovedItIsWithdrawnAndSaidOnce() {
        var decision = withdrawn(Phase.Withdrawing).decide();

        assertThat(decision.phase()).isEqualTo(Phase.Withdrawn);
        assertThat(only(decision, Announce.class).announcement().kind()).isEqualTo(NewsKind.Withdrawn);
        assertThat(withdrawn(Phase.Withdrawn).decide().effects()).isEmpty();
    }

    @Test
    void theNextReleaseEndsTheHold() {
        var decision = new World()
                .running("v1", 3)
                .waiting("v3", 1)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawn, "v1")
                .answering("v3", Outcome.Pass)
                .decide();

        assertThat(written(decision).hold()).isEmpty();
        assertThat(only(decision, OpenGate.class).pod().hash()).isEqualTo("v3");
        assertThat(decision.phase()).isEqualTo(Phase.Serve);
    }

    @Test
    void aPersonsPauseIsNotWrittenOver() {
        var decision =
                rollingOut().pausedByAPerson().answering("v2", Outcome.Fail).decide();

        assertThat(all(decision, Pause.class)).isEmpty();
    }

    @Test
    void withoutEnforcementEveryHoldIsReleasedTheBookFirst() {
        var decision =
                rollingOut().theBookHolds("v2").pausedByUs().onlyObserved().decide();

        assertThat(decision.effects())
                .extracting(Object::getClass)
                .isEqualTo(List.of(WriteBook.class, Unpause.class, OpenGate.class));
        assertThat(only(decision, WriteBook.class).entry()).isEmpty();
    }

    @Test
    void aBookThatWasDeletedIsWrittenAnewFromWhatTheReportRemembers() {
        var decision = new World().running("v1", 3).remembers(Phase.Idle, "v1").decide();

        assertThat(written(decision).verified()).containsExactly("v1");
        assertThat(written(decision).gates()).containsExactly(BookEntry.BookGate.Serve);
    }

    @Test
    void whileKubernetesCatchesUpNothingIsDecided() {
        var decision = rollingOut().unsettled().answering("v2", Outcome.Fail).decide();

        assertThat(decision.provisional()).isTrue();
        assertThat(decision.effects()).isEmpty();
    }

    private static World rollingOut() {
        return new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1");
    }

    private static World withdrawn(Phase remembered) {
        return new World()
                .running("v1", 3)
                .declaring(2)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(remembered, "v1")
                .pausedByUs();
    }
}
