package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.Scoring;
import dev.readygate.api.v1alpha1.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Score, coverage and verdict of all rows, by the operator's own rules. */
record Overall(List<CategoryRow> rows, Scoring scoring) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Calculates with the rows as they are printed. */
    Optional<BigDecimal> score() {
        return DecimalMean.of(
                counted(),
                CategoryRow::weight,
                it -> BigDecimal.valueOf(it.value().orElseThrow()));
    }

    List<CategoryRow> counted() {
        return rows.stream()
                .filter(it ->
                        it.counts() && it.value().isPresent() && it.weight().signum() > 0)
                .toList();
    }

    List<CategoryRow> withoutData() {
        return rows.stream()
                .filter(it ->
                        it.counts() && (it.value().isEmpty() || it.weight().signum() == 0))
                .toList();
    }

    List<CategoryRow> notCounted() {
        return rows.stream().filter(it -> !it.counts()).toList();
    }

    int coverage() {
        var applying = rows.stream()
                .filter(it -> it.weight(QuestionLine::applies).signum() > 0)
                .toList();
        return DecimalMean.of(applying, it -> it.weight(QuestionLine::applies), Overall::answered)
                .map(it -> it.setScale(0, RoundingMode.DOWN).intValue())
                .orElse(0);
    }

    private static BigDecimal answered(CategoryRow row) {
        return HUNDRED.multiply(BigDecimal.valueOf(row.sum(it -> it.applies() && CategoryRow.isAnswered(it))))
                .divide(BigDecimal.valueOf(row.sum(QuestionLine::applies)), java.math.MathContext.DECIMAL64);
    }

    Verdict verdict() {
        if (required().anyMatch(it -> it.state() == QuestionState.Fail)) {
            return Verdict.Fail;
        }
        return score().map(this::verdict).orElse(Verdict.Unknown);
    }

    private Verdict verdict(BigDecimal score) {
        if (isBelow(score, scoring.conditional())) {
            return Verdict.Fail;
        }
        boolean enough = !isBelow(score, scoring.pass()) && coverage() >= scoring.minCoverage();
        return enough && required().noneMatch(Overall::isOpen) ? Verdict.Pass : Verdict.Conditional;
    }

    private java.util.stream.Stream<QuestionLine> required() {
        return rows.stream().flatMap(it -> it.lines().stream()).filter(QuestionLine::required);
    }

    private static boolean isOpen(QuestionLine line) {
        return switch (line.state()) {
            case Error, Unknown, Waived, NotAsked -> true;
            case Fail, Pass, NotApplicable -> false;
        };
    }

    static boolean isBelow(BigDecimal score, int threshold) {
        return score.compareTo(BigDecimal.valueOf(threshold)) < 0;
    }

    /** How much the score would rise if this line passed; empty while there is no score. */
    Optional<BigDecimal> gain(QuestionLine line) {
        return score().map(now -> assuming(line).score().orElse(now).subtract(now));
    }

    Overall assuming(QuestionLine line) {
        return new Overall(
                rows.stream()
                        .map(row ->
                                row.lines().stream().anyMatch(it -> it.name().equals(line.name()))
                                        ? row.with(AssumedPass.of(line))
                                        : row)
                        .toList(),
                scoring);
    }
}
