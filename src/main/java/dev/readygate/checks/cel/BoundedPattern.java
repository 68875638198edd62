package dev.readygate.checks.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * Regular expressions of RE2 that are small when they are compiled. RE2/J copies what is repeated as often as it is
 * repeated, and bounds neither repeats inside each other nor the whole: a few characters of a policy could ask for more
 * memory than there is.
 */
public final class BoundedPattern {
    static final int MOST_INSTRUCTIONS = 10_000;

    /** How many characters times instructions are one step of a {@link Meter}. */
    private static final int MATCHED_A_STEP = 200;

    private static final WeighedCache<String, Pattern> RECENT =
            new WeighedCache<>(50 * MOST_INSTRUCTIONS, Pattern::programSize);

    private BoundedPattern() {}

    /** @throws PatternSyntaxException if it is none of RE2, or would be too large */
    public static Pattern compile(String expression) {
        return RECENT.get(expression).orElseGet(() -> {
            var pattern = compiled(expression);
            RECENT.put(expression, pattern);
            return pattern;
        });
    }

    /** Why it cannot be used, if it cannot. */
    public static Optional<String> mistake(String expression) {
        try {
            compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }

    private static Pattern compiled(String expression) {
        if (new PatternSize(expression).isTooLarge()) {
            throw tooLarge(expression);
        }
        var pattern = Pattern.compile(expression);
        if (pattern.programSize() > MOST_INSTRUCTIONS) {
            throw tooLarge(expression);
        }
        return pattern;
    }

    private static PatternSyntaxException tooLarge(String expression) {
        return new PatternSyntaxException(
                "it repeats too much: counts inside each other may multiply to %d, and all of it to %d instructions"
                        .formatted(PatternSize.MOST_REPEATS, MOST_INSTRUCTIONS),
                expression);
    }

    /** What it takes to look for the pattern in a text of this length, at the worst. */
    static long steps(Pattern pattern, int length) {
        return (long) length * pattern.programSize() / MATCHED_A_STEP;
    }

    /** Whether a text of this length can be looked through in moments. */
    public static boolean isQuick(Pattern pattern, int length) {
        return steps(pattern, length) <= Meter.MOST_STEPS / 10;
    }
}
