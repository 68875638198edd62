package dev.readygate.checks.metrics;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.checks.metrics.BurnRates.BurnWindows;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The windows over which an objective is measured.
 *
 * @param whole the window of the error budget
 * @param pairs the windows of the burn rates
 * @param ofOneRevision the windows begin when a revision took all traffic: then only its burn rate counts, not the
 *     budget that earlier revisions spent
 */
public record SloWindows(Duration whole, List<BurnWindows> pairs, boolean ofOneRevision) {
    public SloWindows {
        requireNonNull(whole, "whole");
        pairs = List.copyOf(pairs);
    }

    public static SloWindows of(SloCheck slo) {
        return new SloWindows(slo.window().toDuration(), BurnRates.of(slo), false);
    }

    /**
     * No window is longer than the time since then. A pair counts once that time is as long as its short window; the first
     * pair counts from the beginning.
     */
    public static SloWindows since(SloCheck slo, Duration time) {
        var all = BurnRates.of(slo);
        var counting = all.stream()
                .filter(it -> it == all.getFirst() || it.shortWindow().compareTo(time) <= 0)
                .map(it -> it.within(time))
                .toList();
        return new SloWindows(time, counting, true);
    }

    /** The whole window first, then those of the burn rates, each once. */
    List<Duration> each() {
        var windows = new LinkedHashSet<Duration>();
        windows.add(whole);
        pairs.stream()
                .flatMap(it -> Stream.of(it.longWindow(), it.shortWindow()))
                .forEach(windows::add);
        return List.copyOf(windows);
    }
}
