package dev.readygate.cli.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Days and minutes in UTC; empty for null. */
final class Dates {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Dates() {}

    static String day(Instant instant) {
        return instant == null
                ? ""
                : LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    static String minute(Instant instant) {
        return instant == null ? "" : MINUTE.format(instant);
    }

    /** The day on which work that began then would be done; empty for an effort that is no number. */
    static Optional<String> after(Instant begun, String effort) {
        return Optional.ofNullable(begun).flatMap(from -> Effort.of(effort).map(it -> day(from.plus(it.atMost()))));
    }
}
