package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;

/**
 * A span of time as people write it: {@code 90s}, {@code 5m}, {@code 24h}, {@code 30d}, {@code 1h30m}. Weeks, days,
 * hours, minutes and seconds, the largest first, each at most once.
 */
public record ReadinessDuration(@JsonValue String text) {
    /** No use needs a longer one, and a time that far ahead has no five-digit year. */
    static final Duration LONGEST = Duration.ofDays(36_500);

    /** The pattern for new objects; stored ones from before it may have more digits. */
    private static final String WRITTEN =
            "([1-9][0-9]{0,2}w)?([1-9][0-9]{0,3}d)?([1-9][0-9]{0,4}h)?([1-9][0-9]{0,5}m)?([1-9][0-9]{0,7}s)?";

    public static final String PATTERN = "^" + WRITTEN + "$";
    public static final String PATTERN_OR_ZERO = "^(0s|" + WRITTEN + ")$";
    private static final String STORED =
            "^(0s|([1-9][0-9]{0,5}w)?([1-9][0-9]{0,5}d)?([1-9][0-9]{0,5}h)?([1-9][0-9]{0,5}m)?([1-9][0-9]{0,7}s)?)$";
    public static final int MIN_LENGTH = 2;
    public static final int MAX_LENGTH = 40;

    public static final ReadinessDuration ZERO = new ReadinessDuration("0s");

    @JsonCreator
    public ReadinessDuration {
        requireNonNull(text, "text");
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH || !text.matches(STORED)) {
            throw new IllegalArgumentException(
                    "'%s' is not a duration; write 90s, 5m, 24h, 30d or 1h30m".formatted(text));
        }
    }

    /** The shortest way to write it; parts of a second are left out. */
    public static ReadinessDuration of(Duration duration) {
        var text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        return text.isEmpty() ? ZERO : new ReadinessDuration(text.toString());
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }

    /** At most a hundred years. */
    public Duration toDuration() {
        var total = Duration.ZERO;
        var number = 0L;
        for (char c : text.toCharArray()) {
            if (Character.isDigit(c)) {
                number = number * 10 + (c - '0');
            } else {
                total = total.plus(unit(c).multipliedBy(number));
                number = 0;
            }
        }
        return total.compareTo(LONGEST) < 0 ? total : LONGEST;
    }

    private static Duration unit(char letter) {
        return switch (letter) {
            case 'w' -> Duration.ofDays(7);
            case 'd' -> Duration.ofDays(1);
            case 'h' -> Duration.ofHours(1);
            case 'm' -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
