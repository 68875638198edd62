package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.DailyScore;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.GateProgress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoreLinesTest {
    private static final String POLICY = "selector: {}\nchecks: [{name: fast, http: {path: /health}}]";

    private static Finding score(double points) {
        return new Finding(
                "fast",
                FindingReason.Answered,
                "It is so.",
                Measured.NOTHING,
                Optional.empty(),
                Finding.Basis.FACTS,
                OptionalDouble.of(points));
    }

    private static ReportSamples cart() {
        return new ReportSamples().of(POLICY).revision("v1");
    }

    private static ReadinessReportStatus first(double points) {
        return cart().status(score(points));
    }

    private static ReadinessReportStatus after(ReadinessReportStatus before, String time, double points) {
        return cart().after(before, Duration.parse(time)).status(score(points));
    }

    private static DailyScore day(String day, int score) {
        return new DailyScore(LocalDate.parse(day), score);
    }

    @Test
    void theLowestOfADayIsKept() {
        var evening = after(after(first(90), "PT1H", 70), "PT2H", 80);

        assertThat(evening.scores()).containsExactly(day("2026-03-01", 70));
        assertThat(after(evening, "PT24H", 85).scores()).containsExactly(day("2026-03-02", 85), day("2026-03-01", 70));
    }

    @Test
    void ninetyDaysAreKept() {
        var status = first(90);
        for (int i = 1; i < 100; i++) {
            status = after(status, "PT%dH".formatted(24 * i), 90);
        }
        assertThat(status.scores()).hasSize(90);
        assertThat(status.scores().getFirst().day()).isEqualTo("2026-06-08");
    }

    @Test
    void withoutAScoreNothingIsKept() {
        var status = cart().status(
                        new Finding("fast", FindingReason.Waiting, "Not yet.", Measured.NOTHING, Optional.empty()));

        assertThat(status.scores()).isEmpty();
        assertThat(status.toldScore()).isNull();
    }

    @Test
    void aFallOfFiveIsToldAtOnceAndOnce() {
        var before = first(90);
        assertThat(after(before, "PT1S", 85.5).toldScore()).as("89 to 85").isNotEqualTo(before.toldScore());
        assertThat(after(before, "PT1S", 86).toldScore()).isEqualTo(before.toldScore());

        var fallen = after(before, "PT1S", 80);

        assertThat(fallen.toldScore().score()).isEqualTo(80);
        assertThat(ScoreLines.news(Optional.of(before), fallen)).singleElement().satisfies(it -> {
            var news = ((Announce) it).announcement();
            assertThat(news.key()).isEqualTo("score-" + before.toldScore().at().getEpochSecond());
            assertThat(news.sentence()).isEqualTo("Its score is 80; it was 90.");
        });
        assertThat(ScoreLines.news(Optional.of(fallen), after(fallen, "PT2S", 80)))
                .isEmpty();
        assertThat(ChangeKind.of(before, fallen)).isEqualTo(ChangeKind.News);
    }

    @Test
    void tellingItAgainAfterACrashIsTheSameNews() {
        var before = first(90);

        assertThat(key(before, after(before, "PT1S", 80))).isEqualTo(key(before, after(before, "PT9S", 70)));
    }

    private static String key(ReadinessReportStatus before, ReadinessReportStatus now) {
        return ((Announce) ScoreLines.news(Optional.of(before), now).getFirst())
                .announcement()
                .key();
    }

    @Test
    void aRiseWaitsUntilTheLastNewsIsFiveMinutesOld() {
        var fallen = after(first(90), "PT1H", 70);
        var soon = cart().after(fallen, Duration.parse("PT1H4M")).report(score(90));

        assertThat(ReportComposer.compose(soon).toldScore()).isEqualTo(fallen.toldScore());
        assertThat(ScoreLines.changesAt(soon)).contains(fallen.toldScore().at().plusSeconds(300));
        assertThat(after(fallen, "PT1H5M", 90).toldScore().score()).isEqualTo(90);
        assertThat(after(fallen, "PT1H1M", 60).toldScore().score())
                .as("further down")
                .isEqualTo(60);
    }

    @Test
    void onItsWayOnlyTheReleaseIsNews() {
        var before = first(90);

        var serving = cart().revision("v2")
                .on(Phase.Serve, GateProgress.NONE)
                .after(before, Duration.ofHours(1))
                .status(score(10));

        assertThat(serving.toldScore()).isEqualTo(before.toldScore());
        assertThat(serving.scores()).containsExactly(day("2026-03-01", 10));
    }

    @Test
    void ofTheFirstScoreThereIsNoNews() {
        assertThat(first(90).toldScore().score()).isEqualTo(90);
        assertThat(ScoreLines.news(Optional.empty(), first(90))).isEmpty();
    }
}
