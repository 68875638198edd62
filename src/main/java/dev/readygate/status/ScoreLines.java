package dev.readygate.status;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.DailyScore;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.ToldScore;
import dev.readygate.gate.Announcement;
import dev.readygate.gate.Announcement.NewsKind;
import dev.readygate.gate.Effect;
import dev.readygate.gate.Effect.Announce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The score over time: the lowest of each day, and the last reported one. A fall is reported at once, a rise only
 * some minutes after the last news, so that a score that swings does not cause many Events. During a rollout or a
 * withdrawal its own news are enough.
 */
public record ScoreLines(Report report, Optional<Integer> score) {
    private static final int MOST = 90;
    private static final int A_MOVE = 5;
    private static final Duration CALM = Duration.ofMinutes(5);

    static ScoreLines of(Report report) {
        return new ScoreLines(
                report, Optional.ofNullable(ReportComposer.floor(report.card().score())));
    }

    List<DailyScore> floors() {
        var before = report.previous().map(ReadinessReportStatus::scores).orElse(List.of());
        var today = LocalDate.ofInstant(report.world().at(), ZoneOffset.UTC);
        var older = before.stream().filter(it -> !it.day().equals(today));
        var lowest = Stream.concat(
                        before.stream().filter(it -> it.day().equals(today)).map(DailyScore::score), score.stream())
                .min(Integer::compareTo)
                .map(it -> new DailyScore(today, it));
        return Stream.concat(lowest.stream(), older).limit(MOST).toList();
    }

    ToldScore told() {
        return before().map(it -> isTold(it) && !isTooSoon(it) ? now() : it)
                .or(() -> score.filter(_ -> isAtRest()).map(_ -> now()))
                .orElse(null);
    }

    /** When a rise is reported, if it lasts. */
    public static Optional<Instant> changesAt(Report report) {
        var lines = of(report);
        return lines.before()
                .filter(it -> lines.isTold(it) && lines.isTooSoon(it))
                .map(it -> it.at().plus(CALM));
    }

    /** The key names the news before, so that it is reported once even after a crash. */
    public static List<Effect> news(Optional<ReadinessReportStatus> before, ReadinessReportStatus now) {
        return before
                .map(ReadinessReportStatus::toldScore)
                .filter(it -> !it.equals(now.toldScore()))
                .map(it -> new Announcement(
                        "score-%d".formatted(it.at().getEpochSecond()),
                        NewsKind.ScoreChanged,
                        "Its score is %d; it was %d.".formatted(now.toldScore().score(), it.score())))
                .<Effect>map(Announce::new)
                .stream()
                .toList();
    }

    private Optional<ToldScore> before() {
        return report.previous().map(ReadinessReportStatus::toldScore);
    }

    private boolean isAtRest() {
        var phase = report.decision().phase();
        return !report.decision().provisional() && (phase == Phase.Idle || phase == Phase.Withdrawn);
    }

    private boolean isTold(ToldScore before) {
        return isAtRest()
                && score.filter(it -> Math.abs(it - before.score()) >= A_MOVE).isPresent();
    }

    private boolean isTooSoon(ToldScore before) {
        return score.filter(it -> it > before.score()).isPresent()
                && report.world().at().isBefore(before.at().plus(CALM));
    }

    private ToldScore now() {
        return new ToldScore(score.orElseThrow(), report.world().at().truncatedTo(ChronoUnit.SECONDS));
    }
}
