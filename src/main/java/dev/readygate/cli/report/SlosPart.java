package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.SloStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.util.List;

/** Objectives, their remaining budgets, and the objectives that the past would support. */
record SlosPart(DocumentModel matter) {

    List<Block> blocks() {
        var rows = matter.sources().product().subjects().stream()
                .flatMap(subject -> subject.report().slos().stream().map(it -> row(subject, it)))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says("No objective is measured."))
                : List.of(Block.table(
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
                        rows));
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
