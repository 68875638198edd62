package dev.readygate.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A weighted mean in decimals, so that readers who calculate by hand get the numbers of the document. */
final class DecimalMean {
    private DecimalMean() {}

    /** Empty if the weights sum up to 0. */
    static <T> Optional<BigDecimal> of(List<T> items, Function<T, BigDecimal> weight, Function<T, BigDecimal> value) {
        var weights = items.stream().map(weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = items.stream()
                .map(it -> weight.apply(it).multiply(value.apply(it)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return weights.signum() > 0 ? Optional.of(sum.divide(weights, MathContext.DECIMAL64)) : Optional.empty();
    }
}
