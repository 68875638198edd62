package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes quantities in the API server's canonical form: 1000m as 1, 0.4 as 400m, 1024Mi as 1Gi. */
record QuantityText(BigDecimal value, QuantityFormat form) {
    /** Limits the digits: no real quantity has more, and one of millions would take hours. */
    private static final Pattern WRITTEN = Pattern.compile(
            "([+-]?(?:\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40}))(?:[eE]([+-]?\\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)");

    /** Each is a thousand times the one before; the first is a billionth. */
    private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};

    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final int ONE = 3;
    private static final int MILLI = 3;
    private static final int NANO = 9;
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    /** The form of the input decides the form of the output. */
    enum QuantityFormat {
        Decimal,
        Binary,
        Exponent
    }

    /** Leaves an invalid quantity as it is; the API server would reject it. */
    static JsonNode canonical(JsonNode written) {
        return of(written(written))
                .<JsonNode>map(it -> TextNode.valueOf(it.text()))
                .orElse(written);
    }

    /** The form of requests and limits, which the API server rounds up to a thousandth. */
    static JsonNode ofAResource(JsonNode written) {
        return of(written(written))
                .map(it -> new QuantityText(it.value().setScale(MILLI, RoundingMode.UP), it.form()))
                .<JsonNode>map(it -> TextNode.valueOf(it.text()))
                .orElse(written);
    }

    private static String written(JsonNode json) {
        return json.isNumber() ? json.decimalValue().toPlainString() : json.asText();
    }

    private static Optional<QuantityText> of(String text) {
        var match = WRITTEN.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(match.group(1));
        if (match.group(2) != null) {
            int power = Integer.parseInt(match.group(2));
            return Optional.of(new QuantityText(number.scaleByPowerOfTen(power), QuantityFormat.Exponent));
        }
        var suffix = match.group(3) == null ? "" : match.group(3);
        return Optional.of(
                suffix.endsWith("i")
                        ? new QuantityText(number.multiply(KIBI.pow(place(BINARY, suffix))), QuantityFormat.Binary)
                        : new QuantityText(
                                number.scaleByPowerOfTen(3 * (place(DECIMAL, suffix) - ONE)), QuantityFormat.Decimal));
    }

    private static int place(String[] suffixes, String suffix) {
        return IntStream.range(0, suffixes.length)
                .filter(it -> suffixes[it].equals(suffix))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return switch (form) {
            case Binary -> isWhole(value) && value.abs().compareTo(KIBI) >= 0 ? binary() : decimal();
            case Decimal, Exponent -> decimal();
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private String binary() {
        int most = IntStream.range(0, BINARY.length)
                .filter(it -> isWhole(value.divide(KIBI.pow(it))))
                .max()
                .orElseThrow();
        return value.divide(KIBI.pow(most)).toBigInteger() + BINARY[most];
    }

    /** Rounds up to a billionth, the finest unit. */
    private String decimal() {
        var rounded = value.setScale(NANO, RoundingMode.UP);
        if (rounded.signum() == 0) {
            return "0";
        }
        int most = IntStream.range(0, DECIMAL.length)
                .filter(it -> isWhole(rounded.scaleByPowerOfTen(-3 * (it - ONE))))
                .max()
                .orElseThrow();
        int power = 3 * (most - ONE);
        var suffix = form == QuantityFormat.Exponent ? (power == 0 ? "" : "e" + power) : DECIMAL[most];
        return rounded.scaleByPowerOfTen(-power).toBigInteger() + suffix;
    }
}
