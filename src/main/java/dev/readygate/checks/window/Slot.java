package dev.readygate.checks.window;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.TimeWindow;
import dev.readygate.api.v1alpha1.TimeWindow.DateRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A recurring time by the clock on the wall. It belongs to the day it begins on: a night that begins on a Friday is
 * Friday's, until Saturday morning.
 */
record Slot(TimeWindow window) {
    private static final int A_DAY = 24 * 60;

    /** How many days a slot may go on after the day it begins on. */
    static final int LONGEST = 2;

    Slot {
        requireNonNull(window, "window");
    }

    boolean covers(LocalDateTime wall) {
        var today = wall.toLocalDate();
        return Stream.of(today, today.minusDays(1))
                .filter(this::beginsOn)
                .anyMatch(it -> !wall.isBefore(begin(it)) && wall.isBefore(end(it)));
    }

    /** Begin and end, if it begins on that day. */
    Stream<LocalDateTime> edges(LocalDate day) {
        return beginsOn(day) ? Stream.of(begin(day), end(day)) : Stream.empty();
    }

    /** The days from which on its pattern of days may differ. */
    Stream<LocalDate> turns() {
        return window.dates().stream().flatMap(it -> Stream.of(it.from(), last(it)));
    }

    private boolean beginsOn(LocalDate day) {
        return isDay(day) && isDate(day);
    }

    private boolean isDay(LocalDate day) {
        return window.days().isEmpty()
                || window.days().stream()
                        .anyMatch(it -> it.ordinal() == day.getDayOfWeek().ordinal());
    }

    private boolean isDate(LocalDate day) {
        return window.dates().isEmpty()
                || window.dates().stream().anyMatch(it -> !day.isBefore(it.from()) && !day.isAfter(last(it)));
    }

    private static LocalDate last(DateRange range) {
        return Objects.requireNonNullElse(range.to(), range.from());
    }

    private LocalDateTime begin(LocalDate day) {
        return day.atStartOfDay().plusMinutes(from());
    }

    private LocalDateTime end(LocalDate day) {
        return day.atStartOfDay().plusMinutes(to());
    }

    private int from() {
        return window.from() == null ? 0 : minutes(window.from());
    }

    private int to() {
        int to = window.to() == null ? A_DAY : minutes(window.to());
        return to > from() ? to : to + A_DAY;
    }

    private static int minutes(String timeOfDay) {
        var parts = timeOfDay.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    /** Its name, or its times. */
    String words() {
        if (window.name() != null) {
            return window.name();
        }
        var days = window.days().stream().map(Enum::name).collect(joining(" "));
        var time = window.from() == null ? "" : window.from() + "-" + window.to();
        var dates = window.dates().stream().map(Slot::words).collect(joining(" "));
        return Stream.of(days, time, dates).filter(it -> !it.isEmpty()).collect(joining(" "));
    }

    private static String words(DateRange range) {
        return ChronoUnit.DAYS.between(range.from(), last(range)) == 0
                ? range.from().toString()
                : range.from() + "/" + range.to();
    }
}
