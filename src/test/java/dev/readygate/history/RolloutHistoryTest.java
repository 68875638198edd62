package dev.readygate.history;

import static dev.readygate.history.Beginnings.running;
import static dev.readygate.history.Beginnings.soaking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.RolloutRecord.GateMinutes;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.facts.RevisionDecisions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every rollout has one entry, with how it ended. */
class RolloutHistoryTest {
    @Test
    void theFirstRevisionIsARolloutOnceItIsVerified() {
        var story = running();

        assertThat(story.told()).isEqualTo("Promoted v1");
        assertThat(story.history().getFirst().started()).isEqualTo(HistoryStory.NOON);
        assertThat(story.history().getFirst().finished()).isEqualTo(HistoryStory.NOON.plusSeconds(60));
        assertThat(story.underWay()).isEmpty();
    }

    @Test
    void aReleaseIsUnderWayUntilItIsVerified() {
        var story = soaking();
        assertThat(story.underWay())
                .hasValueSatisfying(it -> assertThat(it.revision()).isEqualTo("v2"));
        assertThat(story.told()).isEqualTo("Promoted v1");

        story.promotes("v2");

        assertThat(story.underWay()).isEmpty();
        assertThat(story.told()).isEqualTo("Promoted v2, Promoted v1");
        assertThat(story.history().getFirst()).satisfies(it -> {
            assertThat(it.by()).isEqualTo("ann");
            assertThat(it.images()).containsExactly("cart:v2");
            assertThat(it.version()).isEqualTo("v2");
            assertThat(it.commit()).isEqualTo("c0ffee1");
            assertThat(it.score()).isEqualTo(90);
            assertThat(it.minutes()).isEqualTo(new GateMinutes(null, 6.0, 12.0));
            assertThat(it.started()).isEqualTo(HistoryStory.NOON.plus(Duration.ofMinutes(61)));
            assertThat(it.servedSince())
                    .isEqualTo(HistoryStory.NOON.plus(Duration.ofMinutes(64)).plusSeconds(1));
            assertThat(it.failedAt()).isNull();
            assertThat(it.why()).isEqualTo("It passed its checks.");
        });
    }

    @Test
    void theUserThatLetItThroughIsNamed() {
        var wish = new RevisionDecisions(Optional.of("v2"), Optional.empty(), Optional.empty(), Optional.of("bob"));

        assertThat(soaking().wishes(wish).promotes("v2").history().getFirst().why())
                .isEqualTo("It passed its checks. Let through by bob.");
    }

    @Test
    void aWithdrawnOneEndsWhenItsPodsAreGone() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .later("PT2M");
        story.scored(40).goesBack(Phase.Withdrawing, "v2", Gate.Serve).holds("v2");
        assertThat(story.told()).isEqualTo("Promoted v1");
        assertThat(story.underWay())
                .hasValueSatisfying(it -> assertThat(it.outcome()).isEqualTo(RolloutOutcome.Withdrawn));

        story.later("PT10S").isRemoved("v2").scored(90).goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.told()).isEqualTo("Withdrawn v2, Promoted v1");
        assertThat(story.history().getFirst()).satisfies(it -> {
            assertThat(it.served()).isFalse();
            assertThat(it.failedAt()).isEqualTo(Gate.Serve);
            assertThat(it.rollbackTo()).isEqualTo("v1");
            assertThat(it.why()).isEqualTo("healthy: GET /health 503");
            assertThat(it.score()).as("that of the failing look").isEqualTo(40);
            assertThat(it.recovered()).as("it never served").isNull();
            assertThat(it.minutes().serve()).isEqualTo(2.0);
        });
        assertThat(story.later("PT1H")
                        .goesBack(Phase.Withdrawn, "v2", Gate.Serve)
                        .told())
                .isEqualTo("Withdrawn v2, Promoted v1");
    }

    @Test
    void aRestoredOneIsExposedUntilAGoodOneServesAgain() {
        var story =
                soaking().goesBack(Phase.Restoring, "v2", Gate.Stay).holds("v2").later("PT3M");
        story.goesBack(Phase.Withdrawing, "v2", Gate.Stay).isRemoved("v2").goesBack(Phase.Withdrawn, "v2", Gate.Stay);

        assertThat(story.told()).isEqualTo("Restored v2, Promoted v1");
        assertThat(story.history().getFirst()).satisfies(it -> {
            assertThat(it.failedAt()).isEqualTo(Gate.Stay);
            assertThat(Duration.between(it.servedSince(), it.recovered())).isEqualTo(Duration.ofMinutes(18));
        });
    }

    @Test
    void whereNoGateSaysSoItFailedAtServe() {
        var story = running().declares("v2").later("PT1S").serves("v2", GateState.Held);

        story.holds("v2").goesBack(Phase.Withdrawn, "v2", Gate.Admit);

        assertThat(story.history().getFirst().failedAt()).isEqualTo(Gate.Serve);
    }

    @Test
    void aNewerTemplateSupersedes() {
        var story = soaking().declares("v3").later("PT1S").serves("v3", GateState.Held);

        assertThat(story.told()).isEqualTo("Superseded v2, Promoted v1");
        assertThat(story.underWay())
                .hasValueSatisfying(it -> assertThat(it.revision()).isEqualTo("v3"));
        assertThat(story.history().getFirst().why()).isEqualTo("Revision v3 was declared instead.");
        assertThat(story.history().getFirst().failedAt()).isNull();
    }

    @Test
    void goingBackToTheBaselineSupersedes() {
        var story = soaking().declares("v1").later("PT1S").settles("v1");

        assertThat(story.told()).isEqualTo("Superseded v2, Promoted v1");
        assertThat(story.underWay()).isEmpty();
    }

    @Test
    void oneThatWasHeldAsFailingIsAFailureUntilTheNextGoodOne() {
        var story = soaking().soaks("v2", GateState.Failed).later("PT30M");
        story.declares("v3").later("PT1S").serves("v3", GateState.Held);
        assertThat(story.history().getFirst()).satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(RolloutOutcome.Superseded);
            assertThat(it.failedAt()).isEqualTo(Gate.Stay);
            assertThat(it.recovered()).isNull();
        });

        story.later("PT5M").promotes("v3");

        assertThat(story.told()).isEqualTo("Promoted v3, Superseded v2, Promoted v1");
        assertThat(story.history().get(1).recovered())
                .isEqualTo(story.history().getFirst().finished());
    }

    @Test
    void aFixInTheMiddleOfAWithdrawalDoesNotHideIt() {
        var story = soaking().goesBack(Phase.Withdrawing, "v2", Gate.Stay).holds("v2");

        story.declares("v3").later("PT1S").holdsNothing().serves("v3", GateState.Held);

        assertThat(story.told()).isEqualTo("Withdrawn v2, Promoted v1");
        assertThat(story.history().getFirst().why())
                .isEqualTo("Revision v3 was declared instead. It had failed: healthy: GET /health 503");
    }

    @Test
    void onceContestedItIsSupersededNotRestored() {
        var story =
                soaking().goesBack(Phase.Restoring, "v2", Gate.Stay).holds("v2").soaks("v2", GateState.Failed);
        assertThat(story.told()).isEqualTo("Promoted v1");

        story.declares("v3").later("PT1S").serves("v3", GateState.Held);

        assertThat(story.told()).isEqualTo("Superseded v2, Promoted v1");
    }

    @Test
    void triedOnceMoreItIsAnotherRollout() {
        var story = soaking().goesBack(Phase.Withdrawing, "v2", Gate.Stay).holds("v2");
        story.goesBack(Phase.Withdrawn, "v2", Gate.Stay).later("PT1H");

        story.serves("v2", GateState.Held)
                .holdsNothing()
                .later("PT5M")
                .serves("v2", GateState.Held)
                .promotes("v2");

        assertThat(story.told()).isEqualTo("Promoted v2, Withdrawn v2, Promoted v1");
        assertThat(story.history().getFirst().started())
                .isAfter(story.history().get(1).finished());
    }

    @Test
    void triedOnceMoreBeforeItWasGone() {
        var story = soaking().goesBack(Phase.Withdrawing, "v2", Gate.Stay).holds("v2");

        story.later("PT1S")
                .serves("v2", GateState.Held)
                .holdsNothing()
                .later("PT1S")
                .serves("v2", GateState.Held);

        assertThat(story.told()).isEqualTo("Withdrawn v2, Promoted v1");
        assertThat(story.history().getFirst().why()).startsWith("Somebody asked for one more attempt.");
        assertThat(story.underWay()).isPresent();
    }

    @Test
    void aRestartIsNone() {
        var story = running().declares("v1-again", Set.of("v1")).later("PT1S").serves("v1-again", GateState.Held);
        assertThat(story.underWay()).isEmpty();

        assertThat(story.promotes("v1-again").told()).isEqualTo("Promoted v1");
    }

    @Test
    void aRestartOnTheWayIsTheSameRollout() {
        var story = running().declares("v2").later("PT1S").serves("v2", GateState.Held);

        story.declares("v2-again", Set.of("v2"))
                .later("PT1S")
                .serves("v2-again", GateState.Held)
                .promotes("v2-again");

        assertThat(story.told()).isEqualTo("Promoted v2-again, Promoted v1");
    }

    @Test
    void scalingAndApplyingAgainIsNone() {
        assertThat(running().settles("v1").later("PT1H").settles("v1").told()).isEqualTo("Promoted v1");
    }

    @Test
    void nothingIsSaidWhileKubernetesCatchesUp() {
        assertThat(soaking().declares("v3").unsettled().told()).isEqualTo("Promoted v1");
    }

    @Test
    void nothingEndsWhileNothingIsDeclared() {
        var story = running().declares("v2").later("PT1S").serves("v2", GateState.Held);

        story.isRemoved("v2").settles("");

        assertThat(story.told()).isEqualTo("Promoted v1");
        assertThat(story.underWay()).isPresent();
    }

    @Test
    void twentyAreKept() {
        var story = running();
        for (int i = 2; i < 30; i++) {
            story.declares("v" + i)
                    .later("PT1S")
                    .serves("v" + i, GateState.Held)
                    .promotes("v" + i)
                    .later("PT1H");
        }
        assertThat(story.history()).hasSize(20);
        assertThat(story.history().getFirst().revision()).isEqualTo("v29");
        assertThat(story.history().getLast().revision()).isEqualTo("v10");
    }
}
