package dev.readygate.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A weighted mean in decimals, so that a document's numbers are those a reader gets with a pencil. */
final class DecimalMean {
    private DecimalMean() {}

    /** None without any weight. */
    static <T> Optional<BigDecimal> of(List<T> items, Function<T, BigDecimal> weight, Function<T, BigDecimal> value) {
        var weights = items.stream().map(weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = items.stream()
                .map(it -> weight.apply(it).multiply(value.apply(it)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return weights.signum() > 0 ? Optional.of(sum.divide(weights, MathContext.DECIMAL64)) : Optional.empty();
    }
}
