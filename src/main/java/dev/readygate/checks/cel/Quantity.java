package dev.readygate.checks.cel;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount as Kubernetes writes it, 250m or 1.5Gi. */
record Quantity(BigDecimal amount) implements Comparable<Quantity> {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?(?:\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40}))(?:[eE]([+-]?\\d{1,2})|([numkMGTPE]|[KMGTPE]i)?)");

    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            entry("n", BigDecimal.ONE.movePointLeft(9)),
            entry("u", BigDecimal.ONE.movePointLeft(6)),
            entry("m", BigDecimal.ONE.movePointLeft(3)),
            entry("k", BigDecimal.ONE.movePointRight(3)),
            entry("M", BigDecimal.ONE.movePointRight(6)),
            entry("G", BigDecimal.ONE.movePointRight(9)),
            entry("T", BigDecimal.ONE.movePointRight(12)),
            entry("P", BigDecimal.ONE.movePointRight(15)),
            entry("E", BigDecimal.ONE.movePointRight(18)),
            entry("Ki", BigDecimal.TWO.pow(10)),
            entry("Mi", BigDecimal.TWO.pow(20)),
            entry("Gi", BigDecimal.TWO.pow(30)),
            entry("Ti", BigDecimal.TWO.pow(40)),
            entry("Pi", BigDecimal.TWO.pow(50)),
            entry("Ei", BigDecimal.TWO.pow(60)));

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
        if (form.group(2) != null) {
            return Optional.of(new Quantity(number.scaleByPowerOfTen(Integer.parseInt(form.group(2)))));
        }
        return Optional.of(new Quantity(form.group(3) == null ? number : number.multiply(UNITS.get(form.group(3)))));
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
