package dev.readygate.checks.metrics;

import static org.apache.commons.statistics.inference.AlternativeHypothesis.GREATER_THAN;
import static org.apache.commons.statistics.inference.AlternativeHypothesis.TWO_SIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankSumTest {
    private static final double EXACT = 1e-9;

    /** The example of SciPy's documentation of mannwhitneyu: U 17, p 1/9. */
    @Test
    void agreesWithAPublishedExample() {
        var result = RankSum.of(new double[] {19, 22, 16, 29, 24}, new double[] {20, 11, 17, 12}, TWO_SIDED);

        assertThat(result.p()).isCloseTo(1.0 / 9, within(EXACT));
        assertThat(result.effect()).isCloseTo(2 * 17.0 / 20 - 1, within(EXACT));
    }

    @Test
    void zeroIsOneValue() {
        var negative = RankSum.of(new double[] {-0.0, -0.0, -0.0}, new double[] {0.0, 0.0, 0.0, 1}, TWO_SIDED);
        var positive = RankSum.of(new double[] {0.0, 0.0, 0.0}, new double[] {0.0, 0.0, 0.0, 1}, TWO_SIDED);

        assertThat(negative).isEqualTo(positive);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void withoutTiesItIsTheShareOfAllArrangements(long seed) {
        var random = new Random(seed);
        var fresh = random.doubles(6).map(it -> it + 0.2).toArray();
        var old = random.doubles(5).toArray();

        assertThat(RankSum.of(fresh, old, GREATER_THAN).p()).isCloseTo(arrangements(fresh, old), within(EXACT));
    }

    /** Of all ways to choose which values are the new ones, those at least as much in favour of higher new ones. */
    private static double arrangements(double[] fresh, double[] old) {
        var all = IntStream.range(0, fresh.length + old.length)
                .mapToDouble(i -> i < fresh.length ? fresh[i] : old[i - fresh.length])
                .toArray();
        double seen = wins(all, (1 << fresh.length) - 1);
        long chosen = 0;
        long asMuch = 0;
        for (int mask = 0; mask < 1 << all.length; mask++) {
            if (Integer.bitCount(mask) == fresh.length) {
                chosen++;
                asMuch += wins(all, mask) >= seen ? 1 : 0;
            }
        }
        return (double) asMuch / chosen;
    }

    private static double wins(double[] all, int mask) {
        double wins = 0;
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                if ((mask >> i & 1) == 1 && (mask >> j & 1) == 0) {
                    wins += all[i] > all[j] ? 1 : all[i] == all[j] ? 0.5 : 0;
                }
            }
        }
        return wins;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void withTiesItIsTheCorrectedNormalDistribution(long seed) {
        var random = new Random(seed);
        var fresh = random.ints(30, 0, 6).asDoubleStream().toArray();
        var old = random.ints(25, 0, 5).asDoubleStream().toArray();

        assertThat(RankSum.of(fresh, old, GREATER_THAN).p()).isCloseTo(corrected(fresh, old), within(EXACT));
    }

    private static double corrected(double[] fresh, double[] old) {
        double n = fresh.length;
        double m = old.length;
        var all = IntStream.range(0, fresh.length + old.length)
                .mapToDouble(i -> i < fresh.length ? fresh[i] : old[i - fresh.length])
                .toArray();
        double u = 0;
        for (double one : fresh) {
            u += Arrays.stream(old)
                    .map(it -> one > it ? 1 : one == it ? 0.5 : 0)
                    .sum();
        }
        double ties = Arrays.stream(all)
                .distinct()
                .map(value -> Arrays.stream(all).filter(it -> it == value).count())
                .map(t -> t * t * t - t)
                .sum();
        double sigma = Math.sqrt(n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
        return tail((u - n * m / 2 - 0.5) / sigma);
    }

    /** The upper tail of the normal distribution, by Simpson's rule. */
    private static double tail(double from) {
        int steps = 200_000;
        double width = (12 - from) / steps;
        double sum = IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * density(from + i * width))
                .sum();
        return sum * width / 3;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
