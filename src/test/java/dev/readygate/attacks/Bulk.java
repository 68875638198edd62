package dev.readygate.attacks;

import static java.util.stream.Collectors.joining;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Expands placeholders in the files of attacks: {@code ${times:100:a}}, and as a whole value {@code
 * "${nested:2000}"}.
 */
final class Bulk {
    private static final Pattern TIMES = Pattern.compile("\\$\\{times:([0-9]+):([^}]*)}");
    private static final Pattern WHOLE = Pattern.compile("\"\\$\\{(nested|names|list|rules|checks|steps):([0-9]+)}\"");
    private static final String SLOW =
            "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c,"
                    + " [1,2,3,4,5,6,7,8,9].all(d, a + b + c + d > 0))))";

    private Bulk() {}

    static String written(String text) {
        var whole =
                WHOLE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(whole(it.group(1), number(it.group(2)))));
        return TIMES.matcher(whole)
                .replaceAll(it -> Matcher.quoteReplacement(it.group(2).repeat(number(it.group(1)))));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String whole(String what, int many) {
        return switch (what) {
            case "nested" -> "{\"a\":".repeat(many) + "1" + "}".repeat(many);
            case "names" -> "{" + each(many, "\"name-%1$d\":%1$d"::formatted) + "}";
            case "list" -> "[" + each(many, String::valueOf) + "]";
            case "rules" ->
                "[" + each(many, it -> "{\"name\":\"r%d\",\"expression\":\"%s\"}".formatted(it, SLOW)) + "]";
            case "checks" -> "[" + each(many, "{\"name\":\"c%d\",\"tcp\":{}}"::formatted) + "]";
            default -> "[" + each(many, _ -> "{\"percent\":5}") + "]";
        };
    }

    private static String each(int many, IntFunction<String> one) {
        return IntStream.range(0, many).mapToObj(one).collect(joining(","));
    }
}
