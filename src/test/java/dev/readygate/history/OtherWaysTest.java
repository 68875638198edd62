package dev.readygate.history;

import static dev.readygate.history.Beginnings.running;
import static dev.readygate.history.Beginnings.soaking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rollouts through gate Start, where a revision has no hash yet, and without gates, where no policy enforces one. */
class OtherWaysTest {
    @Test
    void aTemplateAtGateStartHasAPendingNameFirst() {
        var story = running()
                .parks("generation-7", "v2")
                .starts("generation-7", GateState.Held)
                .later("PT30M");
        story.starts("generation-7", GateState.Passed).later("PT1S");

        story.declares("v2").later("PT1S").serves("v2", GateState.Held).promotes("v2");

        assertThat(story.told()).isEqualTo("Promoted v2, Promoted v1");
        assertThat(story.history().getFirst().started()).isEqualTo(HistoryStory.NOON.plus(Duration.ofMinutes(61)));
    }

    @Test
    void aTemplateThatStartedBeforeItsPauseIsTheSame() {
        var story = running().declares("v2").later("PT1S").starts("v2", GateState.Held);

        story.parks("generation-7", "v2").starts("generation-7", GateState.Held);

        assertThat(story.told()).isEqualTo("Promoted v1");
        assertThat(story.underWay())
                .hasValueSatisfying(it -> assertThat(it.revision()).isEqualTo("generation-7"));
    }

    @Test
    void anotherTemplateAtGateStartSupersedes() {
        var story = running().parks("generation-7", "v2").starts("generation-7", GateState.Held);

        story.parks("generation-8", "v3").starts("generation-8", GateState.Held);

        assertThat(story.told()).isEqualTo("Superseded generation-7, Promoted v1");
    }

    @Test
    void goingBackByWayOfGateStartSetsNothingOut() {
        var story = running().parks("generation-7", "v1").starts("generation-7", GateState.Passed);
        assertThat(story.underWay()).isEmpty();

        assertThat(story.declares("v1").settles("v1").told()).isEqualTo("Promoted v1");
    }

    @Test
    void rejectedAtGateStartItNeverServed() {
        var story = running()
                .parks("generation-7", "v2")
                .starts("generation-7", GateState.Held)
                .later("PT1H");

        story.goesBack(Phase.Withdrawn, "generation-7", Gate.Start).holds("generation-7");
        story.goesBack(Phase.Withdrawn, "generation-7", Gate.Start);

        assertThat(story.told()).isEqualTo("Withdrawn generation-7, Promoted v1");
        assertThat(story.history().getFirst().failedAt()).isEqualTo(Gate.Start);
        assertThat(story.history().getFirst().minutes().start()).isEqualTo(60.0);
    }

    @Test
    void lettingGoReleases() {
        var story = soaking().enforces(false).observes("v1");
        assertThat(story.told()).isEqualTo("Released v2, Promoted v1");

        assertThat(story.observes("v2").told()).as("told already").isEqualTo("Released v2, Promoted v1");
    }

    @Test
    void aRevisionThatTakesOverWithoutEnforcementIsReleased() {
        var story =
                new HistoryStory().enforces(false).declares("v1").observes("v1").later("PT1H");

        story.declares("v2").later("PT1M").observes("v2").later("PT1H").observes("v2");

        assertThat(story.told()).isEqualTo("Released v2, Released v1");
        assertThat(story.history().getFirst().inferred()).isFalse();
        assertThat(story.history().get(1).inferred()).isTrue();
    }

    @Test
    void goingBackFromATemplateAtGateStartSupersedesIt() {
        var story = running().parks("generation-7", "v2").starts("generation-7", GateState.Held);

        story.declares("v1").later("PT1M").settles("v1");

        assertThat(story.told()).isEqualTo("Superseded generation-7, Promoted v1");
    }
}
