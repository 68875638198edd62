package dev.readygate.history;

import static dev.readygate.history.Beginnings.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import org.junit.jupiter.api.Test;

/** Rollouts that the history contains already, and similar ones that are different. */
class ToldOnceTest {
    @Test
    void whereNothingIsDeclaredNothingSetsOut() {
        var story = new HistoryStory().settles("").later("PT1M").settles("");

        assertThat(story.told()).isEmpty();
        assertThat(story.underWay()).isEmpty();
    }

    @Test
    void aRevisionThatTookTrafficWhileWithdrawnRecoversToo() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .holds("v2");
        story.goesBack(Phase.Withdrawing, "v2", Gate.Serve).takesTraffic("v2").later("PT1M");

        story.goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.history().getFirst().recovered()).isNotNull();
    }

    @Test
    void withdrawnUnseenThoughItWasTriedBefore() {
        var story = running().declares("v2").later("PT1S").serves("v2", GateState.Held);
        story.declares("v3")
                .later("PT1M")
                .serves("v3", GateState.Held)
                .later("PT1M")
                .promotes("v3");
        assertThat(story.told()).isEqualTo("Promoted v3, Superseded v2, Promoted v1");

        story.later("PT1H").declares("v2").holds("v2").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.told()).isEqualTo("Withdrawn v2, Promoted v3, Superseded v2, Promoted v1");
    }

    @Test
    void aRecordIsNotRepeatedByAnotherReconciliation() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .holds("v2");
        story.later("PT1M").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        story.later("PT1M").settles("v1").later("PT1M").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.told()).isEqualTo("Withdrawn v2, Promoted v1");
    }

    @Test
    void aRevisionThatNeverServedNeedsNoRecovery() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .holds("v2");
        story.later("PT1M").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        story.holdsNothing()
                .declares("v3")
                .later("PT1M")
                .serves("v3", GateState.Held)
                .promotes("v3");

        assertThat(story.history()).noneMatch(it -> it.recovered() != null);
    }

    @Test
    void aRecoveredRolloutDoesNotRecoverAgain() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .takesTraffic("v2");
        story.later("PT1M")
                .holds("v2")
                .goesBack(Phase.Withdrawing, "v2", Gate.Serve)
                .isRemoved("v2");
        story.goesBack(Phase.Withdrawn, "v2", Gate.Serve);
        var recovered = story.history().getFirst().recovered();
        assertThat(recovered).isNotNull();

        story.holdsNothing()
                .declares("v3")
                .later("PT1H")
                .serves("v3", GateState.Held)
                .promotes("v3");

        assertThat(story.history().get(1).recovered()).isEqualTo(recovered);
    }

    @Test
    void withdrawnUnseenThoughItExistedBeforeTheOperator() {
        var story = new HistoryStory()
                .declares("v2")
                .later("P1D")
                .declares("v1")
                .later("P1D")
                .adopts("v1");
        assertThat(story.told()).isEqualTo("Released v1, Released v2");

        story.later("PT1H").declares("v2").holds("v2").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.told()).startsWith("Withdrawn v2, Released v1");
    }

    @Test
    void metInTheMiddleOfARollout() {
        var story =
                new HistoryStory().declares("v1").later("P1D").declares("v2").later("PT1S");

        story.serves("v2", GateState.Held);

        assertThat(story.told()).isEqualTo("Released v1");
        assertThat(story.underWay())
                .hasValueSatisfying(it -> assertThat(it.revision()).isEqualTo("v2"));
    }

    @Test
    void anotherIsWithdrawnThanWasUnderWay() {
        var story = running().declares("v2").later("PT1S").serves("v2", GateState.Held);

        story.declares("v3").later("PT1M").holds("v3").goesBack(Phase.Withdrawing, "v3", Gate.Serve);

        assertThat(story.told()).isEqualTo("Superseded v2, Promoted v1");
    }
}
