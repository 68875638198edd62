package dev.readygate.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One row of a document: a category.
 *
 * @param known the score that the operator computed, if the document has one Deployment
 * @param declared the declared weight, if there is one; 0 shows the row without counting it
 */
record CategoryRow(RowName name, List<QuestionLine> lines, Optional<Integer> known, Optional<Integer> declared) {
    CategoryRow {
        lines = List.copyOf(lines);
    }

    /**
     * @param key empty for checks without a category
     * @param description what the category asks and why
     */
    record RowName(Optional<String> key, String title, Optional<String> description) {}

    String title() {
        return name.title();
    }

    /** 0 to 100, rounded down as everywhere; empty while no check is answered. */
    Optional<Integer> value() {
        return known.or(() ->
                computed().map(it -> it.setScale(0, RoundingMode.DOWN).intValue()));
    }

    /** If no answered check has a weight, all count alike, and their row does not count. */
    private Optional<BigDecimal> computed() {
        var answered = lines.stream().filter(CategoryRow::isAnswered).toList();
        boolean weighted = answered.stream().anyMatch(it -> it.weight() > 0);
        return DecimalMean.of(
                answered,
                it -> weighted ? BigDecimal.valueOf(it.weight()) : BigDecimal.ONE,
                it -> BigDecimal.valueOf(it.points().orElseThrow()));
    }

    static boolean isAnswered(QuestionLine line) {
        return line.points().isPresent();
    }

    boolean counts() {
        return !declared.equals(Optional.of(0)) && lines.stream().anyMatch(it -> it.weight() > 0);
    }

    /** The declared weight; without one, the weight of the answered checks. */
    BigDecimal weight() {
        return weight(CategoryRow::isAnswered);
    }

    BigDecimal weight(Predicate<QuestionLine> of) {
        long sum = sum(of);
        return counts() && sum > 0
                ? BigDecimal.valueOf(declared.map(Integer::longValue).orElse(sum))
                : BigDecimal.ZERO;
    }

    long sum(Predicate<QuestionLine> of) {
        return lines.stream().filter(of).mapToLong(QuestionLine::weight).sum();
    }

    List<QuestionLine> gaps() {
        return lines.stream().filter(QuestionLine::isGap).toList();
    }

    /** The row as it would be if this line passed in full. */
    CategoryRow with(QuestionLine passing) {
        var better = lines.stream()
                .map(it -> it.name().equals(passing.name()) ? passing : it)
                .toList();
        return new CategoryRow(name, better, Optional.empty(), declared);
    }
}
