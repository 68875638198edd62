package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.SloStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Drawing;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Picture.Bar;
import dev.readygate.cli.document.Picture.Bars;
import dev.readygate.cli.document.Tone;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Objectives, their remaining budgets, and the objectives that the past would support. */
record SlosPart(DocumentModel matter) {

    List<Block> blocks() {
        var rows = all((subject, slo) -> row(subject, slo));
        if (rows.isEmpty()) {
            return List.of(Block.says("No objective is measured."));
        }
        var table = Block.table(
                "Service level objectives",
                List.of(
                        "Objective",
                        "Deployment",
                        "#Asked for",
                        "Over",
                        "#Attained",
                        "#Budget left",
                        "#Burn",
                        "#What was attained supports"),
                rows);
        var bars = all((subject, slo) -> bar(subject, slo));
        return bars.stream().anyMatch(it -> it.filled().isPresent())
                ? List.of(new Drawing(Bars.of("The error budget that is left", bars)), table)
                : List.of(table);
    }

    private <T> List<T> all(BiFunction<SubjectReport, SloStatus, T> form) {
        return matter.sources().product().subjects().stream()
                .flatMap(subject -> subject.report().slos().stream().map(it -> form.apply(subject, it)))
                .toList();
    }

    private Bar bar(SubjectReport subject, SloStatus slo) {
        var left = budget(slo.budgetLeft());
        return new Bar(
                matter.sources().product().isSeveral() ? subject.deployment() + ": " + title(slo) : title(slo),
                Optional.ofNullable(slo.budgetLeft()).map(Double::intValue),
                Optional.empty(),
                DocumentText.of("budget left: " + left.text()).in(left.tone()));
    }

    private List<DocumentText> row(SubjectReport subject, SloStatus slo) {
        return Block.row(
                DocumentText.of(title(slo)),
                DocumentText.of(subject.deployment()),
                DocumentText.of(slo.objective()),
                DocumentText.of(slo.window()),
                number(slo.attained(), "%"),
                budget(slo.budgetLeft()),
                number(slo.burn(), "×"),
                DocumentText.of(slo.recommended()));
    }

    private String title(SloStatus slo) {
        return matter.lines()
                .filter(it -> it.name().equals(slo.name()))
                .map(QuestionLine::title)
                .findFirst()
                .orElse(slo.name());
    }

    private static DocumentText budget(Double left) {
        return left == null ? number(null, "") : number(left, "%").in(left > 0 ? Tone.Good : Tone.Bad);
    }

    private static DocumentText number(Double number, String unit) {
        return number == null
                ? DocumentText.of("unknown").in(Tone.Unknown)
                : DocumentText.of(DocumentNumbers.plain(number) + " " + unit);
    }
}
