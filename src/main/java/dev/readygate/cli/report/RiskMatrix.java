package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.RiskLevel;
import dev.readygate.api.v1alpha1.RiskStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The open risks by likelihood and impact, and the level of them all: that of the gravest. */
record RiskMatrix(List<RiskStatus> open) {
    private static final List<RiskLevel> IMPACTS = List.of(RiskLevel.Low, RiskLevel.Medium, RiskLevel.High);

    Block table() {
        return Block.table(
                "Open risks by likelihood (downwards) and impact",
                List.of("Likelihood", "Low impact", "Medium impact", "High impact"),
                Arrays.stream(RiskLevel.values()).map(this::row).toList());
    }

    private List<DocumentText> row(RiskLevel likelihood) {
        return Stream.concat(
                        Stream.of(DocumentText.of(likelihood)),
                        IMPACTS.stream().map(impact -> cell(likelihood, impact)))
                .toList();
    }

    private DocumentText cell(RiskLevel likelihood, RiskLevel impact) {
        var names = open.stream()
                .filter(it -> it.likelihood() == likelihood && it.impact() == impact)
                .map(RiskStatus::name)
                .collect(joining("; "));
        return DocumentText.of(names.isEmpty() ? "–" : names)
                .in(names.isEmpty() ? Tone.Plain : tone(level(likelihood, impact)));
    }

    /** A step down in either direction keeps the level High, two steps make it Medium, more make it Low. */
    private static RiskLevel level(RiskLevel likelihood, RiskLevel impact) {
        int steps = likelihood.ordinal() + impact.ordinal();
        if (steps <= 1) {
            return RiskLevel.High;
        }
        return steps == 2 ? RiskLevel.Medium : RiskLevel.Low;
    }

    private static Tone tone(RiskLevel level) {
        return switch (level) {
            case High -> Tone.Bad;
            case Medium -> Tone.Warning;
            case Low -> Tone.Good;
        };
    }

    /** Empty if no open risk has both an impact and a likelihood. */
    Optional<Block> overall() {
        return open.stream()
                .filter(it -> it.likelihood() != null && it.impact() != null)
                .map(it -> level(it.likelihood(), it.impact()))
                .min(RiskLevel::compareTo)
                .map(it -> Block.says("The overall risk is %s: %s open."
                        .formatted(it, open.size() == 1 ? "1 risk is" : open.size() + " risks are")));
    }
}
