package dev.readygate.cli.plan;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads an expiry: a duration from now, or a time. */
public final class Expiry {
    private Expiry() {}

    /** @throws IllegalArgumentException with a sentence for the user */
    public static Instant of(String text, Instant now) {
        var end = moment(text, now).truncatedTo(ChronoUnit.SECONDS);
        if (!end.isAfter(now)) {
            throw new IllegalArgumentException("--expires %s is in the past: give a later moment".formatted(text));
        }
        return end;
    }

    private static Instant moment(String text, Instant now) {
        try {
            return Character.isDigit(text.charAt(0)) && text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : now.plus(new ReadinessDuration(text).toDuration());
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException(
                    "--expires %s is no time; write it like 14d, 12h or 2026-12-31T12:00:00Z".formatted(text), wrong);
        }
    }
}
