package dev.readygate.cli.plan;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Generates a name from the subject of the object and the time. */
public final class ObjectName {
    private static final int LONGEST_START = 200;
    private static final int LETTERS_AND_DIGITS = 36;

    private ObjectName() {}

    public static String of(Instant now, String... parts) {
        var start =
                Arrays.stream(parts).filter(it -> it != null && !it.isEmpty()).collect(Collectors.joining("-"));
        return start.replace('/', '-')
                        .substring(0, Math.min(start.length(), LONGEST_START))
                        .replaceAll("[^a-z0-9]+$", "")
                + "-" + Long.toString(now.toEpochMilli(), LETTERS_AND_DIGITS);
    }
}
