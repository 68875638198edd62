package dev.readygate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.facts.About;
import dev.readygate.facts.Delivered.RolloutCounts;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Particulars;
import dev.readygate.facts.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How each outcome counts, on the day of its end. */
class DailyCountsTest {
    private static HistoryStory running() {
        return new HistoryStory()
                .declares("v1")
                .isFirst("v1")
                .later("PT1M")
                .promotes("v1")
                .later("P1D");
    }

    private static HistoryStory served() {
        return running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .takesTraffic("v2")
                .later("PT10M");
    }

    private static Particulars particulars(Instant committed, boolean unplanned) {
        return new Particulars(Optional.empty(), Optional.ofNullable(committed), Optional.of("production"), unplanned);
    }

    @Test
    void verifiedIsADeployment() {
        var story = served().promotes("v2");

        assertThat(story.today().outcomes()).isEqualTo(new RolloutCounts(1, 0, 0, 0, 0));
        assertThat(story.today().day()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(story.today().leadTimes())
                .as("nobody knows when it was committed")
                .isEmpty();
    }

    @Test
    void unplannedIsReworkToo() {
        var story = running()
                .with(particulars(null, true))
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held);

        assertThat(story.promotes("v2").today().outcomes()).isEqualTo(new RolloutCounts(1, 0, 0, 0, 1));
        assertThat(story.history().getFirst().rework()).isTrue();
        assertThat(story.history().getFirst().environment()).isEqualTo("production");
    }

    @Test
    void leadTimeIsFromCommitToVerified() {
        var story = running();
        story.with(particulars(HistoryStory.NOON, false))
                .declares("v2")
                .later("PT1H")
                .serves("v2", GateState.Held);

        assertThat(story.promotes("v2").today().leadTimes())
                .containsExactly(Duration.ofHours(25).plusMinutes(1).toSeconds());
    }

    @Test
    void aCommitOfTomorrowIsNone() {
        var story = running();
        story.with(particulars(HistoryStory.NOON.plus(Duration.ofDays(9)), false))
                .declares("v2")
                .serves("v2", GateState.Held);

        assertThat(story.promotes("v2").today().leadTimes()).isEmpty();
    }

    @Test
    void evidenceMayKnowTheCommit() {
        var about = new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("c0ffee1"));
        var story = served().evidence(fact(about, Map.of("commitTime", "yesterday")))
                .evidence(fact(about, Map.of("total", 7)))
                .evidence(fact(about, Map.of("commitTime", "2026-03-02T13:01:00+01:00")))
                .promotes("v2");

        assertThat(story.today().leadTimes()).containsExactly(601L);
    }

    private static EvidenceFact fact(About about, Map<String, Object> data) {
        var statement = new Statement("build", Optional.empty(), HistoryStory.NOON, Optional.empty());
        return new EvidenceFact(statement, "build", about, Optional.empty(), data);
    }

    @Test
    void evidenceAboutAnotherRevisionKnowsNothingOfIt() {
        var other = new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("badcafe"));
        var whole = new About(Optional.of("cart"), Optional.empty(), Optional.empty(), Optional.empty());
        var story = served().evidence(fact(other, Map.of("commitTime", "2026-03-02T12:01:00Z")))
                .evidence(fact(whole, Map.of("commitTime", "2026-03-02T12:01:00Z")))
                .promotes("v2");

        assertThat(story.today().leadTimes()).isEmpty();
    }

    @Test
    void withdrawnAfterItTookTrafficIsAFailedChange() {
        var story = served().goesBack(Phase.Withdrawing, "v2", Gate.Serve)
                .holds("v2")
                .later("PT1M");

        story.goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.today().outcomes()).isEqualTo(new RolloutCounts(0, 1, 0, 0, 0));
        assertThat(story.today().recoveries()).containsExactly(11 * 60L);
        assertThat(story.today().rollbacks()).as("since it was decided").containsExactly(60L);
    }

    @Test
    void aRollbackLastsUntilTheBaselineServesAloneWhateverHappensToTheOperator() {
        var story =
                served().holds("v2").goesBack(Phase.Restoring, "v2", Gate.Stay).later("PT7S");
        story.dies().goesBack(Phase.Restoring, "v2", Gate.Stay).isBack().later("PT30S");

        story.goesBack(Phase.Withdrawing, "v2", Gate.Stay).later("PT5S").goesBack(Phase.Withdrawn, "v2", Gate.Stay);

        assertThat(story.told()).startsWith("Restored v2");
        assertThat(story.today().rollbacks()).containsExactly(42L);
    }

    @Test
    void aRollbackThatAnotherReleaseEndedIsNotMeasured() {
        var story =
                served().holds("v2").goesBack(Phase.Restoring, "v2", Gate.Stay).later("PT7S");

        story.holdsNothing().declares("v3").serves("v3", GateState.Held);

        assertThat(story.told()).startsWith("Restored v2");
        assertThat(story.days()).allMatch(it -> it.rollbacks().isEmpty());
    }

    @Test
    void withdrawnBeforeIsAPreventedOne() {
        var story = running().declares("v2").later("PT1S").serves("v2", GateState.Held);

        story.holds("v2").goesBack(Phase.Withdrawn, "v2", Gate.Serve);

        assertThat(story.today().outcomes()).isEqualTo(new RolloutCounts(0, 0, 0, 1, 0));
        assertThat(story.today().recoveries()).isEmpty();
        assertThat(story.today().rollbacks()).as("it had no traffic").isEmpty();
    }

    @Test
    void supersededIsNeitherSuccessNorFailure() {
        assertThat(served().declares("v3")
                        .later("PT1S")
                        .serves("v3", GateState.Held)
                        .today()
                        .day())
                .as("only yesterday's")
                .isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @Test
    void heldAsFailingUntilTheNextGoodOne() {
        var story = served().soaks("v2", GateState.Failed)
                .later("PT20M")
                .declares("v3")
                .serves("v3", GateState.Held);
        assertThat(story.today().outcomes()).isEqualTo(new RolloutCounts(0, 1, 0, 0, 0));
        assertThat(story.today().recoveries()).isEmpty();

        story.later("PT30M").promotes("v3");

        assertThat(story.today().outcomes()).isEqualTo(new RolloutCounts(1, 1, 0, 0, 0));
        assertThat(story.today().recoveries()).containsExactly(60 * 60L);
    }

    @Test
    void goneBackFromIsAFailureOfAVerifiedRevision() {
        var story = served().promotes("v2")
                .later("P1D")
                .declares("v1")
                .later("PT1M")
                .promotes("v1");

        assertThat(story.today().outcomes()).isEqualTo(new RolloutCounts(0, 0, 1, 0, 0));
        assertThat(story.today().recoveries())
                .containsExactly(Duration.ofDays(1).plusMinutes(11).toSeconds());
    }

    @Test
    void daysOlderThanTheLongestWindowAreForgotten() {
        var story = running().later("P88D").settles("v1");
        assertThat(story.days()).hasSize(1);

        assertThat(story.later("P2D").settles("v1").days()).isEmpty();
    }

    @Test
    void ofOneDayTwentyTimesAreKeptAndAllAreCounted() {
        var story = running();
        for (int i = 2; i < 27; i++) {
            story.with(particulars(HistoryStory.NOON.plusSeconds(i), false))
                    .declares("v" + i)
                    .later("PT1S");
            story.serves("v" + i, GateState.Held).promotes("v" + i);
        }
        assertThat(story.today().outcomes().verified()).isEqualTo(25);
        assertThat(story.today().leadTimes()).hasSize(20);
    }

    @Test
    void goingBackFromAnAdoptedRevisionUndoesNothing() {
        var story = new HistoryStory()
                .declares("v1")
                .later("P1D")
                .declares("v2")
                .later("P1D")
                .adopts("v2")
                .later("PT1H");

        story.declares("v1").promotes("v1");

        assertThat(story.history().getFirst().rollbackOf()).isEqualTo("v2");
        assertThat(story.days()).noneMatch(it -> it.outcomes().undone() > 0);
    }

    @Test
    void withoutASeenPodItIsExposedSinceItWasVerified() {
        var story = running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .promotes("v2");

        story.later("PT1H").declares("v1").promotes("v1");

        assertThat(story.today().outcomes().undone()).isEqualTo(1);
        assertThat(story.today().recoveries())
                .containsExactly(Duration.ofHours(1).toSeconds());
    }

    @Test
    void goingBackEndsAnExposureThatBeganWithItsFirstTraffic() {
        var story = served().promotes("v2").later("PT1H");
        story.declares("v3").serves("v3", GateState.Held).holds("v3").goesBack(Phase.Withdrawn, "v3", Gate.Serve);

        story.holdsNothing().declares("v1").promotes("v1");

        assertThat(story.history()).extracting(RolloutRecord::revision).containsExactly("v1", "v3", "v2", "v1");
        assertThat(story.today().recoveries())
                .containsExactly(Duration.ofMinutes(70).toSeconds());
    }
}
