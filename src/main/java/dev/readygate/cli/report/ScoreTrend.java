package dev.readygate.cli.report;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;

import dev.readygate.api.v1alpha1.ReadinessReportStatus.DailyScore;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Drawing;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Picture.Trend;
import dev.readygate.cli.document.Picture.TrendMark;
import dev.readygate.cli.document.Picture.TrendPoint;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The lowest scores of one Deployment's days as a line, with its rollouts as marks. */
record ScoreTrend(DocumentModel matter, SubjectReport subject) {

    Optional<Block> block() {
        var points = subject.report().scores().stream()
                .map(ScoreTrend::point)
                .sorted(comparing(TrendPoint::day))
                .toList();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drawing(new Trend(
                        "The score of %s from %s to %s, with its rollouts as marks and the target as a line"
                                .formatted(
                                        subject.deployment(),
                                        points.getFirst().day(),
                                        points.getLast().day()),
                        points,
                        marks(points.getFirst().day(), points.getLast().day()),
                        matter.words().target())));
    }

    private static TrendPoint point(DailyScore score) {
        return new TrendPoint(score.day(), score.score());
    }

    private List<TrendMark> marks(LocalDate first, LocalDate last) {
        return subject.report().history().stream()
                .filter(it -> it.finished() != null)
                .map(it -> new TrendMark(
                        LocalDate.ofInstant(it.finished(), ZoneOffset.UTC),
                        DocumentText.of("%s %s"
                                        .formatted(requireNonNullElse(it.version(), it.revision()), it.outcome()))
                                .in(RecordsPart.tone(it.outcome()))))
                .filter(it -> !it.day().isBefore(first) && !it.day().isAfter(last))
                .toList();
    }
}
