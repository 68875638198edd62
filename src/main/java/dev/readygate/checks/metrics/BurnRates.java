package dev.readygate.checks.metrics;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.api.v1alpha1.SloCheck.BurnRate;
import dev.readygate.api.v1alpha1.SloCheck.BurnRateTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How fast a budget may burn. The defaults are the paging pairs of the SRE workbook for 30 days (2 % of the budget in an
 * hour, 5 % in six); for another window the windows are stretched, the factors not, so that a pair always means the
 * same share of the budget. Sloth keeps the windows, so that its factors change.
 */
public final class BurnRates {
    private static final Duration WORKBOOK = Duration.ofDays(30);
    private static final Duration PYRRA = Duration.ofDays(28);
    private static final List<BurnWindows> PAGE = List.of(
            new BurnWindows(Duration.ofHours(1), Duration.ofMinutes(5), 14.4),
            new BurnWindows(Duration.ofHours(6), Duration.ofMinutes(30), 6));

    private static final List<BurnWindows> OF_PYRRA = List.of(
            new BurnWindows(Duration.ofHours(1), Duration.ofMinutes(5), 14),
            new BurnWindows(Duration.ofHours(6), Duration.ofMinutes(30), 7),
            new BurnWindows(Duration.ofDays(1), Duration.ofHours(2), 2),
            new BurnWindows(Duration.ofDays(4), Duration.ofHours(6), 1));

    /** The factor is the share of the budget, in percent. */
    private static final List<BurnWindows> OF_SLOTH = List.of(
            new BurnWindows(Duration.ofHours(1), Duration.ofMinutes(5), 2),
            new BurnWindows(Duration.ofHours(6), Duration.ofMinutes(30), 5),
            new BurnWindows(Duration.ofDays(1), Duration.ofHours(2), 10),
            new BurnWindows(Duration.ofDays(3), Duration.ofHours(6), 10));

    /** With the usual scrape intervals a shorter window lacks the two samples for a rate. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private BurnRates() {}

    /** Both windows must exceed the factor: the long one shows that it matters, the short one that it still goes on. */
    public record BurnWindows(Duration longWindow, Duration shortWindow, double factor) {

        BurnWindows within(Duration time) {
            return new BurnWindows(shorter(longWindow, time), shorter(shortWindow, time), factor);
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }

        private BurnWindows stretched(Duration from, Duration to) {
            return new BurnWindows(stretched(longWindow, from, to), stretched(shortWindow, from, to), factor);
        }

        /** That share of the budget of a window, burnt in the long window, as a factor. */
        private BurnWindows ofPercent(Duration window) {
            return new BurnWindows(
                    longWindow, shortWindow, factor * window.toSeconds() / (100.0 * longWindow.toSeconds()));
        }

        private static Duration stretched(Duration of, Duration from, Duration to) {
            var seconds = of.toSeconds() * to.toSeconds() / from.toSeconds();
            return Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), seconds));
        }
    }

    static List<BurnWindows> of(SloCheck slo) {
        return slo.burnRates().isEmpty()
                ? table(slo.burnRateTable(), slo.window().toDuration())
                : slo.burnRates().stream().map(BurnRates::pair).toList();
    }

    private static List<BurnWindows> table(BurnRateTable table, Duration window) {
        return switch (table) {
            case Workbook ->
                PAGE.stream().map(it -> it.stretched(WORKBOOK, window)).toList();
            case Pyrra ->
                OF_PYRRA.stream().map(it -> it.stretched(PYRRA, window)).toList();
            case Sloth -> OF_SLOTH.stream().map(it -> it.ofPercent(window)).toList();
        };
    }

    private static BurnWindows pair(BurnRate rate) {
        return new BurnWindows(
                rate.longWindow().toDuration(), rate.shortWindow().toDuration(), rate.factor());
    }

    static Optional<String> mistake(SloCheck slo) {
        return slo.burnRates().stream()
                .map(BurnRates::pair)
                .filter(it -> it.shortWindow().compareTo(it.longWindow()) >= 0)
                .map(it -> "burnRates: short must be shorter than long, and %s is not shorter than %s"
                        .formatted(ReadinessDuration.of(it.shortWindow()), ReadinessDuration.of(it.longWindow())))
                .findFirst();
    }
}
