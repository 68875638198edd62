package dev.readygate.history;

import static dev.readygate.history.Beginnings.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Rollouts that no report contained, because the operator did not see them or crashed before it wrote: each is
 * recorded once all the same.
 */
class MissedRolloutsTest {
    @Test
    void adoptionTakesRecordsFromReplicaSets() {
        var story = new HistoryStory()
                .declares("v1")
                .later("P1D")
                .declares("v2")
                .later("P1D")
                .declares("v3")
                .later("P1D");

        story.adopts("v3");

        assertThat(story.told()).isEqualTo("Released v3, Released v2, Released v1");
        assertThat(story.history()).allMatch(it -> it.inferred() && it.finished() == null);
        assertThat(story.history().getLast().started()).isEqualTo(HistoryStory.NOON);
        assertThat(story.history().getLast().by()).isEqualTo("ann");
        assertThat(story.history().getLast().images()).containsExactly("cart:v1");
        assertThat(story.later("PT1H").proves("v3").told()).isEqualTo("Released v3, Released v2, Released v1");
        assertThat(story.days()).isEmpty();
    }

    @Test
    void aSeenRolloutReplacesItsInferredRecord() {
        var story = new HistoryStory()
                .declares("v1")
                .later("P1D")
                .declares("v2")
                .adopts("v1")
                .later("PT1H");

        story.promotes("v2");

        assertThat(story.told())
                .as("it was newer when we came, so nobody went back")
                .isEqualTo("Promoted v2, Released v1");
        assertThat(story.history().getFirst().rollbackOf()).isNull();
    }

    @Test
    void diedBeforeItSaidThatItIsVerified() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .later("PT1M");

        story.dies()
                .promotes("v2")
                .isBack()
                .later("PT1M")
                .promotes("v2")
                .later("PT1M")
                .settles("v2");

        assertThat(story.told()).isEqualTo("Promoted v2, Promoted v1");
    }

    @Test
    void diedBeforeItSaidSoAndTheNextOneIsThere() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .later("PT1M");

        story.dies().promotes("v2").isBack().declares("v3").later("PT1M").serves("v3", GateState.Held);

        assertThat(story.told()).isEqualTo("Promoted v2, Promoted v1");
        assertThat(story.underWay())
                .hasValueSatisfying(it -> assertThat(it.revision()).isEqualTo("v3"));
    }

    @Test
    void diedFromTheBeginningToTheEnd() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .dies()
                .serves("v2", GateState.Held)
                .later("PT9M");

        story.promotes("v2").isBack().later("PT1M").promotes("v2");

        assertThat(story.told()).isEqualTo("Promoted v2, Promoted v1");
        assertThat(story.history().getFirst().started()).isEqualTo(HistoryStory.NOON.plus(Duration.ofMinutes(61)));
    }

    @Test
    void diedBeforeItSaidThatItTakesBack() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .takesTraffic("v2")
                .later("PT1M");

        story.dies().goesBack(Phase.Withdrawing, "v2", Gate.Serve).holds("v2").isBack();
        story.later("PT1S").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.told()).isEqualTo("Withdrawn v2, Promoted v1");
        assertThat(story.history().getFirst().served()).isTrue();
    }

    @Test
    void withdrawnBeforeItWasReported() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .dies()
                .serves("v2", GateState.Held)
                .holds("v2")
                .isBack();

        story.goesBack(Phase.Withdrawing, "v2", Gate.Serve).isRemoved("v2");
        story.goesBack(Phase.Withdrawn, "v2", Gate.Serve).later("PT1H").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.told()).isEqualTo("Withdrawn v2, Promoted v1");
    }

    @Test
    void goneBeforeAnythingWasSaidOfIt() {
        var story = running().declares("v2").later("PT1S").holds("v2").isRemoved("v2");

        story.goesBack(Phase.Withdrawn, "v2", Gate.Serve).later("PT1H").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.told()).isEqualTo("Withdrawn v2, Promoted v1");
        assertThat(story.history().getFirst().images()).containsExactly("cart:v2");
    }

    @Test
    void aWithdrawnRestartIsNone() {
        var story = running().declares("v1-again", Set.of("v1")).later("PT1S").holds("v1-again");

        story.goesBack(Phase.Withdrawing, "v1-again", Gate.Serve).isRemoved("v1-again");

        assertThat(story.goesBack(Phase.Withdrawn, "v1-again", Gate.Serve).told())
                .isEqualTo("Promoted v1");
    }

    @Test
    void severalReleasesBetweenTwoReconciliations() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .later("PT1M");

        story.declares("v3")
                .later("PT1M")
                .declares("v4")
                .later("PT1M")
                .declares("v5")
                .later("PT1M");
        story.serves("v5", GateState.Held).later("PT1M").serves("v5", GateState.Held);

        assertThat(story.told()).isEqualTo("Superseded v2, Superseded v4, Superseded v3, Promoted v1");
        assertThat(story.history()).extracting(it -> it.inferred()).containsExactly(false, true, true, false);
        assertThat(story.promotes("v5").told()).startsWith("Promoted v5, Superseded v2");
    }

    @Test
    void anUnseenPassageOfGateStartIsRecordedOnce() {
        var story = running()
                .parks("generation-7", "v2")
                .starts("generation-7", GateState.Held)
                .later("PT1M");

        story.declares("v2").later("PT1M").declares("v3").later("PT1M").serves("v3", GateState.Held);

        assertThat(story.told()).isEqualTo("Superseded generation-7, Promoted v1");
    }

    @Test
    void takenOverWithoutAnyGateWhileAnotherWasOnItsWay() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .later("PT1M");

        story.declares("v3").later("PT1M").promotes("v3");

        assertThat(story.told()).isEqualTo("Promoted v3, Superseded v2, Promoted v1");
    }

    @Test
    void goingBackToOneVerifiedBeforeUndoesTheOneThatIsLeft() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .promotes("v2")
                .later("PT1H");

        story.declares("v1").later("PT1M").promotes("v1").later("PT1M").settles("v1");

        assertThat(story.told()).isEqualTo("Promoted v1, Promoted v2, Promoted v1");
        assertThat(story.history().getFirst().rollbackOf()).isEqualTo("v2");
        assertThat(story.history().getFirst().why()).isEqualTo("Somebody went back to it from revision v2.");

        story.later("PT1H").declares("v2").later("PT1M").promotes("v2");

        assertThat(story.history().getFirst().rollbackOf()).as("forth again").isNull();
    }

    @Test
    void goingBackToARestartOfOneVerifiedBeforeUndoesTheOneThatIsLeftToo() {
        var story = running().declares("v2").later("PT1M").promotes("v2").later("PT1H");
        story.declares("v2-again", Set.of("v2"))
                .later("PT1M")
                .promotes("v2-again")
                .later("PT1H");
        story.declares("v3").later("PT1M").promotes("v3").later("PT1H");

        story.declares("v2-again", Set.of("v2")).later("PT1M").promotes("v2-again");

        assertThat(story.told()).isEqualTo("Promoted v2-again, Promoted v3, Promoted v2, Promoted v1");
        assertThat(story.history().getFirst().rollbackOf()).isEqualTo("v3");
    }

    @Test
    void goingBackBehindARestartUndoesNothing() {
        var story = running()
                .declares("v1-again", Set.of("v1"))
                .later("PT1M")
                .promotes("v1-again")
                .later("PT1H");

        story.declares("v1", Set.of("v1-again")).later("PT1M").promotes("v1");

        assertThat(story.told()).isEqualTo("Promoted v1");
    }

    @Test
    void whereNothingIsEnforcedGoingBackIsTold() {
        var story =
                new HistoryStory().enforces(false).declares("v1").observes("v1").later("PT1H");
        story.declares("v2").later("PT1M").observes("v2").later("PT1H");

        story.declares("v1").later("PT1M").observes("v1");

        assertThat(story.told()).isEqualTo("Released v1, Released v2");
        assertThat(story.history().getFirst().rollbackOf()).isEqualTo("v2");
        assertThat(story.days()).isEmpty();
    }
}
