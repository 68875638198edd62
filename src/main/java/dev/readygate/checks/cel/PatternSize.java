package dev.readygate.checks.cel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The size of a regular expression with all its repeats written out, or more; it compiles nothing. */
final class PatternSize {
    /** As in Go, so that the API server rejects the same. */
    static final int MOST_REPEATS = 1_000;

    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,4})(,(\\d{0,4}))?}");

    /** Instructions, and the largest product of nested counts. */
    private record PatternPart(long size, long repeats) {
        static final PatternPart NONE = new PatternPart(0, 1);
        static final PatternPart ONE = new PatternPart(1, 1);

        PatternPart then(PatternPart next) {
            return new PatternPart(size + next.size, Math.max(repeats, next.repeats));
        }

        PatternPart times(int count) {
            return new PatternPart(Math.max(1, size) * count, repeats * count);
        }

        boolean isTooLarge() {
            return size > BoundedPattern.MOST_INSTRUCTIONS || repeats > MOST_REPEATS;
        }
    }

    private final String text;
    private final Deque<PatternPart> open = new ArrayDeque<>();
    private PatternPart before = PatternPart.NONE;
    private PatternPart last = PatternPart.NONE;
    private int at;

    PatternSize(String text) {
        this.text = text;
    }

    boolean isTooLarge() {
        while (at < text.length()) {
            read();
            if (before.then(last).isTooLarge()) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        switch (text.charAt(at)) {
            case '(' -> {
                open.push(before.then(last));
                before = PatternPart.NONE;
                last = PatternPart.NONE;
                at++;
            }
            case ')' -> {
                last = before.then(last);
                before = open.isEmpty() ? PatternPart.NONE : open.pop();
                at++;
            }
            case '[' -> next(endOfClass());
            case '\\' -> escape();
            case '{' -> repeat();
            default -> next(at + 1);
        }
    }

    private void next(int end) {
        before = before.then(last);
        last = PatternPart.ONE;
        at = end;
    }

    /** A bracket that comes first, or after a backslash, closes nothing. */
    private int endOfClass() {
        int end = text.startsWith("^", at + 1) ? at + 2 : at + 1;
        do {
            end += text.startsWith("\\", end) ? 2 : 1;
        } while (end < text.length() && text.charAt(end) != ']');
        return end + 1;
    }

    /** One character, one class, or a quotation. */
    private void escape() {
        if (text.startsWith("\\Q", at)) {
            quotation();
            return;
        }
        boolean named = at + 1 < text.length() && "xpP".indexOf(text.charAt(at + 1)) >= 0;
        int end = named && text.startsWith("{", at + 2) ? text.indexOf('}', at) + 1 : 0;
        next(Math.max(end, at + 2));
    }

    private void quotation() {
        int end = text.indexOf("\\E", at);
        int after = end < 0 ? text.length() : end;
        before = before.then(last).then(new PatternPart(after - at - 2, 1));
        last = PatternPart.ONE;
        at = end < 0 ? after : end + 2;
    }

    private void repeat() {
        var count = COUNT.matcher(text).region(at, text.length());
        if (!count.lookingAt()) {
            next(at + 1);
            return;
        }
        int least = Integer.parseInt(count.group(1));
        var most = count.group(3);
        last = last.times(Math.max(1, most == null || most.isEmpty() ? least : Integer.parseInt(most)));
        at = count.end();
    }
}
