package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes the calculation of the overall score, so that a reader can repeat it. */
record Formula(DocumentModel matter) {

    String text() {
        var overall = matter.overall();
        return overall.score()
                        .map(it ->
                                mean(overall.counted()) + " = " + matter.words().score(it) + ", rounded down.")
                        .orElse("There is no overall number: no row has data yet.")
                + left(overall.withoutData(), "%s without data %s left out: %s.")
                + left(overall.notCounted(), "%s %s shown and not counted: %s.");
    }

    private String mean(List<CategoryRow> rows) {
        boolean alike = rows.stream().map(CategoryRow::weight).distinct().count() == 1;
        var weights = rows.stream().map(CategoryRow::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return alike
                ? "Overall = the mean of %s: (%s) ÷ %d".formatted(count(rows), terms(rows, false), rows.size())
                : "Overall = the mean of %s by weight: (%s) ÷ %s".formatted(count(rows), terms(rows, true), weights);
    }

    private String terms(List<CategoryRow> rows, boolean weighted) {
        return rows.stream()
                .map(it -> (weighted ? it.weight() + " × " : "")
                        + matter.words().number(BigDecimal.valueOf(it.value().orElseThrow())))
                .collect(joining(" + "));
    }

    private static String left(List<CategoryRow> rows, String sentence) {
        return Optional.of(rows)
                .filter(it -> !it.isEmpty())
                .map(it -> " "
                        + sentence.formatted(
                                count(it),
                                it.size() == 1 ? "is" : "are",
                                it.stream().map(CategoryRow::title).collect(joining(", "))))
                .orElse("");
    }

    private static String count(List<CategoryRow> rows) {
        return rows.size() == 1 ? "1 row" : rows.size() + " rows";
    }
}
