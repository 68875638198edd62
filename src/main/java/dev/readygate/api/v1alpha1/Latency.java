package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;

/** A short span of time, for response times: {@code 250ms}, {@code 2s}, {@code 1s500ms}. */
public record Latency(@JsonValue String text) {
    public static final String PATTERN = "^([1-9][0-9]{0,4}s)?([1-9][0-9]{0,5}ms)?$";
    public static final int MIN_LENGTH = 2;
    public static final int MAX_LENGTH = 20;

    @JsonCreator
    public Latency {
        requireNonNull(text, "text");
        if (text.length() < MIN_LENGTH || !text.matches(PATTERN)) {
            throw new IllegalArgumentException("'%s' is not a latency; write 250ms, 2s or 1s500ms".formatted(text));
        }
    }

    public Duration toDuration() {
        var parts = text.split("s", 2);
        boolean secondsFirst = !parts[0].endsWith("m");
        var seconds = Duration.ofSeconds(secondsFirst ? Long.parseLong(parts[0]) : 0);
        var rest = secondsFirst ? parts[1] : text;
        return rest.isEmpty() ? seconds : seconds.plusMillis(Long.parseLong(rest.substring(0, rest.length() - 2)));
    }

    @Override
    public String toString() {
        return text;
    }
}
