package dev.readygate.cli.text;

import java.time.Duration;
import java.time.Instant;

/** Writes durations since and until a time in the one or two largest units. */
record Ages(Instant now) {
    String since(Instant then) {
        return then == null ? "" : shortly(Duration.between(then, now));
    }

    String until(Instant then) {
        if (then == null) {
            return "";
        }
        var left = Duration.between(now, then);
        return left.isNegative() ? shortly(left.negated()) + " ago" : "in " + shortly(left);
    }

    static String shortly(Duration time) {
        var seconds = Math.max(0, time.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < 10 * 60) {
            return "%dm%s".formatted(seconds / 60, rest(seconds % 60, "s"));
        }
        if (seconds < 3 * 3600) {
            return seconds / 60 + "m";
        }
        if (seconds < 48 * 3600) {
            return seconds / 3600 + "h";
        }
        return seconds / 86400 + "d";
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
