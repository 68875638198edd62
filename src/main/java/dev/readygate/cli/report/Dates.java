package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Days and minutes in UTC; nothing for what is not there. */
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

    /** The day by which work that began then would be done; none for an effort in other words than 3d or 1w. */
    static Optional<String> after(Instant begun, String effort) {
        try {
            return Optional.ofNullable(begun)
                    .filter(_ -> !effort.isEmpty())
                    .map(it -> day(it.plus(new ReadinessDuration(effort).toDuration())));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
