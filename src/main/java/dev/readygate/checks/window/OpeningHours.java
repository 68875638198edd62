package dev.readygate.checks.window;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.TimeWindow;
import dev.readygate.api.v1alpha1.WindowCheck;
import dev.readygate.checks.text.BriefText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Allowed and forbidden times. The clock on the wall counts: an hour that is skipped in spring never comes, and one that
 * comes twice in autumn counts both times.
 */
record OpeningHours(ZoneId zone, List<Slot> allowed, List<Slot> forbidden) {
    /** Patterns repeat weekly; one day more for a time that begins the day before. */
    private static final int A_PATTERN = 9;

    static final int HORIZON_DAYS = 400;

    OpeningHours {
        requireNonNull(zone, "zone");
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
    }

    static OpeningHours of(WindowCheck window) {
        return new OpeningHours(ZoneId.of(window.zone()), slots(window.allowed()), slots(window.forbidden()));
    }

    private static List<Slot> slots(List<TimeWindow> windows) {
        return windows.stream().map(Slot::new).toList();
    }

    boolean openAt(Instant at) {
        var wall = wall(at);
        return (allowed.isEmpty() || covers(allowed, wall)) && !covers(forbidden, wall);
    }

    /** The forbidden time at that instant, if any. */
    Optional<Slot> forbiddenAt(Instant at) {
        var wall = wall(at);
        return forbidden.stream().filter(it -> it.covers(wall)).findFirst();
    }

    private static boolean covers(List<Slot> slots, LocalDateTime wall) {
        return slots.stream().anyMatch(it -> it.covers(wall));
    }

    private LocalDateTime wall(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    /** When it next opens or closes, within the horizon of somewhat over a year. */
    Optional<Instant> changesAfter(Instant now) {
        boolean open = openAt(now);
        return days(wall(now).toLocalDate())
                .flatMap(day -> moments(day).sorted())
                .filter(it -> it.isAfter(now) && openAt(it) != open)
                .findFirst();
    }

    /** The days on which it may open or close, in order: those to come, and those after each turn. */
    private Stream<LocalDate> days(LocalDate today) {
        var turns = slots().flatMap(Slot::turns);
        var last = today.plusDays(HORIZON_DAYS);
        return Stream.concat(Stream.of(today), turns.filter(it -> !it.isAfter(last)))
                .flatMap(it -> it.datesUntil(it.plusDays(A_PATTERN + 1)))
                .filter(it -> !it.isBefore(today))
                .distinct()
                .sorted();
    }

    private Stream<Slot> slots() {
        return Stream.concat(allowed.stream(), forbidden.stream());
    }

    private Stream<Instant> moments(LocalDate day) {
        var edges = slots().flatMap(slot ->
                        day.minusDays(Slot.LONGEST).datesUntil(day.plusDays(1)).flatMap(slot::edges))
                .filter(it -> it.toLocalDate().equals(day))
                .distinct()
                .flatMap(this::instants);
        return Stream.concat(edges, jumps(day));
    }

    /** Usually one; two if the clock is put back, and the moment of the jump if it is put forward. */
    private Stream<Instant> instants(LocalDateTime wall) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty()
                ? Stream.of(rules.getTransition(wall).getInstant())
                : offsets.stream().map(wall::toInstant);
    }

    private Stream<Instant> jumps(LocalDate day) {
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return Optional.ofNullable(zone.getRules().nextTransition(from.minusSeconds(1)))
                .map(it -> it.getInstant())
                .filter(it -> it.isBefore(to))
                .stream();
    }

    /** The times, in one line. */
    String words() {
        var times = Stream.concat(
                        allowed.stream().map(Slot::words), forbidden.stream().map(it -> "not " + it.words()))
                .collect(joining(", "));
        return BriefText.of(times) + " " + zone;
    }
}
