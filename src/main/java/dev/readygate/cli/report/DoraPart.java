package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DoraCheck.DoraMetric;
import dev.readygate.api.v1alpha1.DoraLevel;
import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.DoraStatus.DoraNumber;
import dev.readygate.api.v1alpha1.DoraStatus.DoraTime;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.util.List;
import java.util.stream.Stream;

/**
 * The five measured delivery numbers, each with its level, the standard's target, and the count that it is based on.
 */
record DoraPart(DocumentModel matter) {

    List<Block> blocks() {
        var blocks = matter.sources().product().subjects().stream()
                .flatMap(it -> Stream.ofNullable(it.report().dora()).flatMap(dora -> blocks(it, dora)))
                .toList();
        return blocks.isEmpty() ? List.of(Block.says(DocumentWords.NONE_YET)) : blocks;
    }

    private Stream<Block> blocks(SubjectReport subject, DoraStatus dora) {
        var levels = new DoraLevels(subject.deployment(), dora);
        return Stream.of(Stream.of(levels.sentence()), levels.drawing().stream(), Stream.of(table(subject, dora)))
                .flatMap(it -> it);
    }

    private Block table(SubjectReport subject, DoraStatus dora) {
        return Block.table(
                "%s: %s deployments in %s, %s stopped before they took traffic"
                        .formatted(
                                subject.deployment(),
                                known(dora.deployments()),
                                known(dora.window()),
                                known(dora.prevented())),
                List.of("Metric", "Current", "Target", "Level", "#Deployments"),
                rows(dora));
    }

    private List<List<DocumentText>> rows(DoraStatus dora) {
        return Stream.concat(five(dora), rollback(dora)).toList();
    }

    private Stream<List<DocumentText>> five(DoraStatus dora) {
        return Stream.of(
                row(DoraMetric.DeploymentFrequency, DoraCell.of(dora.perDay(), " a day")),
                row(DoraMetric.LeadTime, DoraCell.of(dora.leadTime())),
                row(DoraMetric.ChangeFailureRate, DoraCell.of(dora.changeFailureRate(), " %")),
                row(DoraMetric.RecoveryTime, DoraCell.of(dora.recoveryTime())),
                row(DoraMetric.ReworkRate, DoraCell.of(dora.reworkRate(), " %")));
    }

    /** Only where something was taken back; it has no level. */
    private Stream<List<DocumentText>> rollback(DoraStatus dora) {
        return Stream.ofNullable(dora.rollbackTime())
                .filter(it -> it.value() != null)
                .map(DoraCell::of)
                .map(it -> new DoraCell(it.value(), DocumentText.of(""), it.count()))
                .map(it -> row(DoraMetric.RollbackTime, it));
    }

    private static String known(Object number) {
        return number == null ? "unknown" : number.toString();
    }

    private List<DocumentText> row(DoraMetric metric, DoraCell number) {
        return Block.row(
                DocumentText.of(title(metric)),
                number.value(),
                DocumentText.of(target(metric)),
                number.level(),
                DocumentText.of(number.count()));
    }

    private String target(DoraMetric metric) {
        return matter.lines()
                .filter(it -> it.question()
                        .map(spec -> spec.dora())
                        .filter(dora -> dora.metric() == metric)
                        .isPresent())
                .flatMap(it -> Stream.ofNullable(it.worst().limit()))
                .findFirst()
                .orElse("");
    }

    static String title(DoraMetric metric) {
        return switch (metric) {
            case DeploymentFrequency -> "Deployment frequency";
            case LeadTime -> "Lead time for changes";
            case ChangeFailureRate -> "Change failure rate";
            case RecoveryTime -> "Failed deployment recovery time";
            case ReworkRate -> "Rework rate";
            case RollbackTime -> "Rollback time";
        };
    }

    private record DoraCell(DocumentText value, DocumentText level, String count) {
        private static final DoraCell NONE =
                new DoraCell(DocumentText.of("unknown").in(Tone.Unknown), level(null), "0");

        static DoraCell of(DoraNumber number, String unit) {
            return number == null || number.value() == null
                    ? NONE
                    : new DoraCell(
                            DocumentText.of(DocumentNumbers.plain(number.value()) + unit),
                            level(number.level()),
                            known(number.count()));
        }

        static DoraCell of(DoraTime time) {
            return time == null || time.value() == null
                    ? NONE
                    : new DoraCell(DocumentText.of(time.value()), level(time.level()), known(time.count()));
        }

        private static DocumentText level(DoraLevel level) {
            return level == null ? DocumentText.of("too few").in(Tone.Unknown) : DoraLevels.text(level);
        }
    }
}
