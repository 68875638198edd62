package dev.readygate.dora;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.DoraLevel;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.Delivered.Day;
import dev.readygate.facts.Delivered.RolloutCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The deliveries of one or several Deployments in a window. Days are days in UTC, and today is one of them.
 *
 * @param since when counting began
 * @param days how many days of the window were counted, at least one
 * @param deploymentDays on how many of them something was deployed
 */
public record DoraNumbers(
        Optional<Instant> since,
        double days,
        int deploymentDays,
        RolloutCounts outcomes,
        List<Long> leadTimes,
        List<Long> recoveries,
        List<Long> rollbacks) {
    /** How long daily counts are kept. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration A_DAY = Duration.ofDays(1);

    public DoraNumbers {
        requireNonNull(since, "since");
        requireNonNull(outcomes, "outcomes");
        leadTimes = leadTimes.stream().sorted().toList();
        recoveries = recoveries.stream().sorted().toList();
        rollbacks = rollbacks.stream().sorted().toList();
    }

    public static DoraNumbers of(List<Delivered> several, Duration window, Instant at) {
        var since = several.stream().flatMap(it -> it.since().stream()).min(Instant::compareTo);
        var days = several.stream()
                .flatMap(it -> it.days().stream())
                .filter(it -> it.day().isAfter(lastBefore(at, window)))
                .toList();
        return new DoraNumbers(
                since,
                since.map(it -> days(Duration.between(it, at), window)).orElse(1.0),
                (int) days.stream()
                        .filter(it -> it.outcomes().verified() > 0)
                        .map(Day::day)
                        .distinct()
                        .count(),
                days.stream().map(Day::outcomes).reduce(RolloutCounts.NONE, RolloutCounts::plus),
                all(days, Day::leadTimes),
                all(days, Day::recoveries),
                all(days, Day::rollbacks));
    }

    private static LocalDate lastBefore(Instant at, Duration window) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(Math.max(1, window.toDays()));
    }

    private static double days(Duration counted, Duration window) {
        var within = counted.compareTo(window) < 0 ? counted : window;
        return Math.max(1.0, (double) within.toSeconds() / A_DAY.toSeconds());
    }

    private static List<Long> all(List<Day> days, Function<Day, List<Long>> which) {
        return days.stream().flatMap(it -> which.apply(it).stream()).toList();
    }

    public int deployments() {
        return outcomes.verified();
    }

    /** Revisions that took traffic and came to an end: verified, or failed. */
    public int changes() {
        return outcomes.verified() + outcomes.failed();
    }

    public double perDay() {
        return outcomes.verified() / days;
    }

    /**
     * The level of the frequency: DORA asks how often deployments are, so that many on one day of a quarter are one
     * day.
     */
    public DoraLevel frequency() {
        return Levels.frequency(perDay(), deploymentDays / days);
    }

    /** In percent. A revision that was verified and undone later is one change, not two. */
    public OptionalDouble changeFailureRate() {
        return percent(outcomes.failed() + outcomes.undone(), changes());
    }

    /** In percent. */
    public OptionalDouble reworkRate() {
        return percent(outcomes.rework(), outcomes.verified());
    }

    private static OptionalDouble percent(int some, int all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(100.0, 100.0 * some / all));
    }

    public Optional<Duration> leadTime() {
        return median(leadTimes);
    }

    public Optional<Duration> recoveryTime() {
        return median(recoveries);
    }

    public Optional<Duration> rollbackTime() {
        return median(rollbacks);
    }

    /** For an even number of values, the mean of the two in the middle. */
    private static Optional<Duration> median(List<Long> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        long lower = sorted.get((sorted.size() - 1) / 2);
        long upper = sorted.get(sorted.size() / 2);
        return Optional.of(Duration.ofSeconds(lower + (upper - lower) / 2));
    }
}
