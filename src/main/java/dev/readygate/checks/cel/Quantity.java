package dev.readygate.checks.cel;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount as Kubernetes writes it, 250m or 1.5Gi. */
record Quantity(BigDecimal amount) implements Comparable<Quantity> {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?(?:\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40}))(?:[eE]([+-]?\\d{1,2})|([numkMGTPE]|[KMGTPE]i)?)");

    /** Each a thousand times the last. */
    private static final String DECIMAL = "num kMGTPE";

    /** Each 1024 times the last, followed by an i. */
    private static final String BINARY = " KMGTPE";

    Quantity {
        requireNonNull(amount, "amount");
        amount = amount.stripTrailingZeros();
    }

    static Optional<Quantity> parsed(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(form.group(1));
        var exponent = form.group(2);
        return Optional.of(new Quantity(
                exponent == null
                        ? number.multiply(unit(Objects.requireNonNullElse(form.group(3), " ")))
                        : number.scaleByPowerOfTen(Integer.parseInt(exponent))));
    }

    private static BigDecimal unit(String suffix) {
        return suffix.length() == 1
                ? BigDecimal.ONE.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - DECIMAL.indexOf(' ')))
                : BigDecimal.TWO.pow(10 * BINARY.indexOf(suffix.charAt(0)));
    }

    static Quantity of(String text) {
        return parsed(text).orElseThrow(() -> new IllegalArgumentException("not a quantity"));
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    boolean isInteger() {
        return amount.scale() <= 0 && amount.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }
}
