package dev.readygate.checks.metrics;

import java.util.Arrays;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Mann-Whitney U of new against old values.
 *
 * @param p the chance of a difference like this, or a larger one, if there is none: exact for small samples without
 *     ties, otherwise by the normal distribution with corrections for ties and continuity
 * @param effect from −1 (every new value is lower than every old one) over 0 to 1 (every one is higher)
 */
record RankSum(double p, double effect) {

    static RankSum of(double[] fresh, double[] old, AlternativeHypothesis alternative) {
        var result = MannWhitneyUTest.withDefaults().with(alternative).test(oneZero(fresh), oneZero(old));
        return new RankSum(result.getPValue(), 2 * result.getStatistic() / ((double) fresh.length * old.length) - 1);
    }

    /** The test ranks −0.0 below 0.0; for a measurement they are one value. */
    private static double[] oneZero(double[] values) {
        return Arrays.stream(values).map(it -> it + 0.0).toArray();
    }
}
