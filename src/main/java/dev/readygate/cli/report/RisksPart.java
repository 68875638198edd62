package dev.readygate.cli.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.RiskLevel;
import dev.readygate.api.v1alpha1.RiskStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The risks: open ones first, then by impact. */
record RisksPart(DocumentModel matter, DocumentSection section) {

    List<Block> blocks() {
        var rows = section.limited(all(matter).map(this::row).toList());
        if (rows.isEmpty()) {
            return List.of(Block.says("No policy names a risk."));
        }
        var matrix = new RiskMatrix(open(matter).toList());
        var blocks = new ArrayList<Block>();
        matrix.overall().ifPresent(overall -> {
            blocks.add(overall);
            blocks.add(matrix.table());
        });
        blocks.add(Block.table(
                "Risks",
                List.of(
                        "Risk",
                        "Impact",
                        "Likelihood",
                        "What it would mean",
                        "Mitigation",
                        "#Done",
                        "Owner",
                        "Status",
                        "Closed by"),
                rows));
        return blocks;
    }

    private List<DocumentText> row(RiskStatus risk) {
        return Block.row(
                DocumentText.of(risk.name()),
                level(risk.impact()),
                level(risk.likelihood()),
                DocumentText.of(risk.consequence()),
                DocumentText.of(risk.mitigation()),
                DocumentText.of(risk.done() == null ? "" : risk.done() + " %"),
                DocumentText.of(risk.owner()),
                risk.open()
                        ? DocumentText.of("open").in(Tone.Warning)
                        : DocumentText.of("closed").in(Tone.Good),
                DocumentText.of(closing(risk)));
    }

    private String closing(RiskStatus risk) {
        return matter.lines()
                .filter(it -> it.name().equals(risk.closedBy()))
                .map(it -> "%s: %s".formatted(it.title(), it.state().cell().text()))
                .findFirst()
                .orElse(risk.closedBy() == null ? "its author" : risk.closedBy());
    }

    private static DocumentText level(RiskLevel level) {
        return level == null ? DocumentText.of("unknown") : DocumentText.of(level);
    }

    static Stream<RiskStatus> open(DocumentModel matter) {
        return all(matter).filter(RiskStatus::open);
    }

    static boolean isHigh(RiskStatus risk) {
        return risk.impact() == RiskLevel.High;
    }

    /** One risk of each name: Deployments under one policy share its risks, and one Deployment keeps a risk open. */
    private static Stream<RiskStatus> all(DocumentModel matter) {
        var sorted = matter.sources()
                .product()
                .reports()
                .flatMap(it -> it.risks().stream())
                .sorted(comparing(RiskStatus::open)
                        .reversed()
                        .thenComparing(RiskStatus::impact, nullsLast(naturalOrder()))
                        .thenComparing(RiskStatus::likelihood, nullsLast(naturalOrder()))
                        .thenComparing(RiskStatus::name))
                .toList();
        return sorted.stream()
                .filter(it -> sorted.stream()
                                .filter(other -> other.name().equals(it.name()))
                                .findFirst()
                                .orElseThrow()
                        == it);
    }
}
