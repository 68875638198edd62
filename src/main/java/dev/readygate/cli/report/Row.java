package dev.readygate.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One row of a document: a category.
 *
 * @param known what the operator computed for it, where it is one Deployment's
 * @param declared its weight, where somebody declared one; 0 shows it without counting it
 */
record Row(Name name, List<Line> lines, Optional<Integer> known, Optional<Integer> declared) {
    Row {
        lines = List.copyOf(lines);
    }

    /** @param key none for the checks that are in no category */
    record Name(Optional<String> key, String title) {}

    String title() {
        return name.title();
    }

    /** 0 to 100, rounded down as everywhere; none while nothing was answered. */
    Optional<Integer> value() {
        return known.or(() ->
                computed().map(it -> it.setScale(0, RoundingMode.DOWN).intValue()));
    }

    /** Checks of no weight count alike among themselves, and their row for nothing. */
    private Optional<BigDecimal> computed() {
        var answered = lines.stream().filter(Row::isAnswered).toList();
        boolean weighted = answered.stream().anyMatch(it -> it.weight() > 0);
        return Mean.of(
                answered,
                it -> weighted ? BigDecimal.valueOf(it.weight()) : BigDecimal.ONE,
                it -> BigDecimal.valueOf(it.points().orElseThrow()));
    }

    static boolean isAnswered(Line line) {
        return line.points().isPresent();
    }

    boolean counts() {
        return !declared.equals(Optional.of(0)) && lines.stream().anyMatch(it -> it.weight() > 0);
    }

    /** Of a category nobody declared, what was answered of it. */
    BigDecimal weight() {
        return weight(Row::isAnswered);
    }

    BigDecimal weight(Predicate<Line> of) {
        long sum = sum(of);
        return counts() && sum > 0
                ? BigDecimal.valueOf(declared.map(Integer::longValue).orElse(sum))
                : BigDecimal.ZERO;
    }

    long sum(Predicate<Line> of) {
        return lines.stream().filter(of).mapToLong(Line::weight).sum();
    }

    List<Line> gaps() {
        return lines.stream().filter(Line::isGap).toList();
    }

    /** As it would be if this line passed in full. */
    Row with(Line passing) {
        var better = lines.stream()
                .map(it -> it.name().equals(passing.name()) ? passing : it)
                .toList();
        return new Row(name, better, Optional.empty(), declared);
    }
}
