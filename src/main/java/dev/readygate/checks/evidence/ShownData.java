package dev.readygate.checks.evidence;

import static java.util.stream.Collectors.joining;

import dev.readygate.checks.text.BriefText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a report shows of the data of evidence.
 *
 * @param template a text with paths in braces; empty shows nothing
 */
record ShownData(Optional<String> template) {
    private static final Pattern PATH = Pattern.compile("\\{([^{}]+)}");
    private static final String UNKNOWN = "?";
    private static final int LONGEST = 60;
    private static final int PLACES = 4;

    /** Empty if the data has nothing that the template names. */
    Optional<String> of(Map<String, Object> data) {
        return template.filter(it -> paths(it)
                        .anyMatch(path -> DataPath.in(data, path.group(1)).isPresent()))
                .map(it -> PATH.matcher(it).replaceAll(path -> Matcher.quoteReplacement(text(data, path.group(1)))));
    }

    private static Stream<MatchResult> paths(String template) {
        return PATH.matcher(template).results();
    }

    private static String text(Map<String, Object> data, String path) {
        return DataPath.in(data, path)
                .map(it -> BriefText.of(text(it), LONGEST))
                .orElse(UNKNOWN);
    }

    private static String text(Object value) {
        return switch (value) {
            case Number number -> number(new BigDecimal(number.toString()));
            case List<?> list -> list.stream().map(ShownData::text).collect(joining(", "));
            default -> String.valueOf(value);
        };
    }

    private static String number(BigDecimal number) {
        var rounded = number.setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
