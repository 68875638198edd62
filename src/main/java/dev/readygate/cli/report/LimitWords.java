package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.CheckResult;
import java.util.Optional;
import java.util.regex.Pattern;

/** A limit for readers who do not write CEL. */
final class LimitWords {
    private static final Pattern ABSENT_IS_ZERO = Pattern.compile("data\\.\\?(\\w+)\\.orValue\\(0(?:\\.0)?\\)");
    private static final Pattern DOUBLE = Pattern.compile("double\\(([\\d.]+)\\)");
    private static final Pattern WHOLE = Pattern.compile("\\b(\\d+)\\.0\\b");
    private static final Pattern COMPARISON = Pattern.compile("(?:data\\.\\w+|[\\d.]+|true|false|[-+*/<>=!&|\\s])+");
    private static final Pattern EXPRESSION = Pattern.compile(
            "\\b(?:data|object|variables|params|related)[.\\[]|\\bin data\\b|\\.(?:all|exists|filter|map)\\(");

    private LimitWords() {}

    /** Empty for an expression that no short sentence replaces: the check's title says what it asks. */
    static Optional<String> of(CheckResult check) {
        return Optional.ofNullable(check.limit())
                .map(LimitWords::simple)
                .filter(it -> COMPARISON.matcher(it).matches()
                        || !EXPRESSION.matcher(it).find())
                .map(it -> it.contains("data.") ? words(it) : it);
    }

    private static String simple(String limit) {
        return DOUBLE.matcher(ABSENT_IS_ZERO.matcher(limit).replaceAll("data.$1"))
                .replaceAll("$1");
    }

    private static String words(String comparison) {
        var plain = comparison
                .replace("data.", "")
                .replace("&&", "and")
                .replace("||", "or")
                .replace("==", "=")
                .replace("!=", "≠")
                .replace(">=", "≥")
                .replace("<=", "≤");
        return WHOLE.matcher(plain).replaceAll("$1");
    }
}
