package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.DailyScore;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.GateMinutes;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The past: rollouts, and scores by day. */
record RecordsPart(DocumentModel matter, DocumentSection section) {
    private static final int DAYS = 14;

    List<Block> history() {
        var rows = subjects()
                .flatMap(subject -> subject.report().history().stream().map(it -> rollout(subject, it)))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says(DocumentWords.NONE_YET))
                : List.of(Block.table(
                        "Rollouts, the newest first",
                        List.of(
                                "Revision",
                                "Deployment",
                                "Version",
                                "Commit",
                                "Environment",
                                "Outcome",
                                "Back to",
                                "Back from",
                                "By",
                                "Started",
                                "Finished",
                                "Minutes at the gates",
                                "#Score",
                                "Why"),
                        section.limited(rows)));
    }

    private List<DocumentText> rollout(SubjectReport subject, RolloutRecord rollout) {
        return Block.row(
                DocumentText.of(rollout.revision()),
                DocumentText.of(matter.sources().product().isSeveral() ? subject.deployment() : ""),
                DocumentText.of(rollout.version()),
                DocumentText.of(rollout.commit()),
                DocumentText.of(rollout.environment()),
                outcome(rollout),
                DocumentText.of(rollout.rollbackTo()),
                DocumentText.of(rollout.rollbackOf()),
                DocumentText.of(rollout.by()),
                DocumentText.of(Dates.minute(rollout.started())),
                DocumentText.of(Dates.minute(rollout.finished())),
                DocumentText.of(minutes(rollout.minutes())),
                DocumentText.of(rollout.score() == null ? "" : matter.words().score(rollout.score())),
                DocumentText.of(rollout.why()));
    }

    private static DocumentText outcome(RolloutRecord rollout) {
        var words = rollout.outcome() + (rollout.inferred() ? " (inferred)" : "");
        return rollout.outcome() == null
                ? DocumentText.of("unknown")
                : DocumentText.of(words).in(tone(rollout.outcome()));
    }

    static Tone tone(RolloutOutcome outcome) {
        return switch (outcome) {
            case Promoted -> Tone.Good;
            case Withdrawn, Restored -> Tone.Bad;
            case Superseded, Released -> Tone.Plain;
        };
    }

    private static String minutes(GateMinutes minutes) {
        return minutes == null
                ? ""
                : Stream.of(
                                part("Start", minutes.start()),
                                part("Serve", minutes.serve()),
                                part("Stay", minutes.stay()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    private static String part(String gate, Double minutes) {
        return minutes == null ? null : gate + " " + DocumentNumbers.plain(minutes);
    }

    List<Block> scores() {
        var rows = subjects()
                .flatMap(subject ->
                        subject.report().scores().stream().limit(DAYS).map(it -> day(subject, it)))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says(DocumentWords.NONE_YET))
                : Stream.concat(
                                subjects().flatMap(it -> new ScoreTrend(matter, it).block().stream()),
                                Stream.of(Block.table(
                                        "The lowest score of each of the last %d days".formatted(DAYS),
                                        List.of("Day", "Deployment", "#Score"),
                                        rows)))
                        .toList();
    }

    private List<DocumentText> day(SubjectReport subject, DailyScore score) {
        return Block.row(
                DocumentText.of(score.day()),
                DocumentText.of(subject.deployment()),
                DocumentText.of(matter.words().score(score.score())));
    }

    private Stream<SubjectReport> subjects() {
        return matter.sources().product().subjects().stream();
    }
}
