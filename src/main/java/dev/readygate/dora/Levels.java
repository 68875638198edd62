package dev.readygate.dora;

import dev.readygate.api.v1alpha1.DoraLevel;
import java.time.Duration;

/**
 * The level of one number. The bounds are those of the DORA clusters of 2024 (the report of 2025 has none); for the two shares, whose clusters
 * are not in order, and where clusters leave a gap, they are Readygate's own.
 */
public final class Levels {
    private static final double A_WEEK = 7;
    private static final double A_MONTH = 30;

    private Levels() {}

    /** @param share the share of days with a deployment; the most frequent deploy on three days of a week or more */
    public static DoraLevel frequency(double perDay, double share) {
        if (perDay > 1 && share >= 3 / A_WEEK) {
            return DoraLevel.Elite;
        }
        if (share >= 1 / A_WEEK) {
            return DoraLevel.High;
        }
        return share >= 1 / A_MONTH ? DoraLevel.Medium : DoraLevel.Low;
    }

    public static DoraLevel leadTime(Duration median) {
        return within(median, Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    }

    public static DoraLevel recovery(Duration median) {
        return within(median, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));
    }

    private static DoraLevel within(Duration median, Duration elite, Duration high, Duration medium) {
        if (median.compareTo(elite) < 0) {
            return DoraLevel.Elite;
        }
        if (median.compareTo(high) <= 0) {
            return DoraLevel.High;
        }
        return median.compareTo(medium) <= 0 ? DoraLevel.Medium : DoraLevel.Low;
    }

    /** The level of the share of failed changes, or of unplanned deployments. */
    public static DoraLevel share(double percent) {
        if (percent <= 5) {
            return DoraLevel.Elite;
        }
        if (percent <= 10) {
            return DoraLevel.High;
        }
        return percent <= 20 ? DoraLevel.Medium : DoraLevel.Low;
    }
}
