package dev.readygate.score;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A weighted mean, the same in any order: rounding errors of addition behind the ninth place are cut off. */
final class WeightedMean {
    private static final double NINE_PLACES = 1e9;

    private WeightedMean() {}

    /** Empty without any weight. */
    static <T> OptionalDouble of(List<T> items, ToDoubleFunction<T> weight, ToDoubleFunction<T> value) {
        double weights = items.stream().mapToDouble(weight).sum();
        double sum = items.stream()
                .mapToDouble(it -> weight.applyAsDouble(it) * value.applyAsDouble(it))
                .sum();
        return weights > 0 ? OptionalDouble.of(rounded(sum / weights)) : OptionalDouble.empty();
    }

    private static double rounded(double number) {
        return Math.round(number * NINE_PLACES) / NINE_PLACES;
    }
}
