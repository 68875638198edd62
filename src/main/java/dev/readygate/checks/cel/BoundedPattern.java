package dev.readygate.checks.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * RE2 patterns that are small when compiled. RE2/J copies a repeated part once for each repeat, and bounds neither nested
 * repeats nor the whole: a few characters of a policy could ask for more memory than there is.
 */
public final class BoundedPattern {
    static final int MOST_INSTRUCTIONS = 10_000;

    /** How many characters times instructions are one step of a {@link Meter}. */
    private static final int MATCHED_A_STEP = 200;

    private static final WeighedCache<String, Pattern> RECENT =
            new WeighedCache<>(50 * MOST_INSTRUCTIONS, Pattern::programSize);

    private BoundedPattern() {}

    /** @throws PatternSyntaxException if it is not RE2, or too large */
    public static Pattern compile(String expression) {
        return RECENT.get(expression).orElseGet(() -> {
            var pattern = compiled(expression);
            RECENT.put(expression, pattern);
            return pattern;
        });
    }

    /** Why it is invalid, if it is. */
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

    /** The worst cost of a search in a text of this length. */
    static long steps(Pattern pattern, int length) {
        return (long) length * pattern.programSize() / MATCHED_A_STEP;
    }

    /** Whether a search in a text of this length takes only moments. */
    public static boolean isQuick(Pattern pattern, int length) {
        return steps(pattern, length) <= Meter.MOST_STEPS / 10;
    }
}
