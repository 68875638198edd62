package dev.readygate.cli.imports;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads a pair such as {@code failed=0}. A value is a number, a boolean or text; in double quotes it is always text.
 */
public record KeyValue(String key, Object value) {
    public static final int LONGEST_TEXT = 1024;

    private static final Pattern PAIR = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,62})=(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"", Pattern.DOTALL);

    public KeyValue {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    public static KeyValue of(String text) {
        var pair = PAIR.matcher(text);
        if (!pair.matches()) {
            throw new IllegalArgumentException(
                    "%s is no fact; write it like failed=0, reviewed=true or tool=trivy".formatted(text));
        }
        var value = value(pair.group(2));
        if (value instanceof String said && (said.isEmpty() || said.length() > LONGEST_TEXT)) {
            throw new IllegalArgumentException(
                    "%s needs a value of 1 to %d characters".formatted(pair.group(1), LONGEST_TEXT));
        }
        return new KeyValue(pair.group(1), value);
    }

    private static Object value(String text) {
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group(1);
        }
        if (NUMBER.matcher(text).matches()) {
            return WrittenNumbers.number(new BigDecimal(text));
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }
}
