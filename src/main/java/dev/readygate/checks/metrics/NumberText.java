package dev.readygate.checks.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class NumberText {
    private static final int DIGITS = 4;

    private NumberText() {}

    /** Four significant digits, but a whole number in full: 0.01235, 1024, 12346. */
    static String brief(double number) {
        if (!Double.isFinite(number)) {
            return name(number);
        }
        var exact = BigDecimal.valueOf(number);
        int whole = exact.precision() - exact.scale();
        return exact.round(new MathContext(Math.max(DIGITS, whole), RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Cut, never rounded up: a measured 99.89996 must not read as 99.9%. */
    static String floored(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(9, RoundingMode.HALF_EVEN)
                .setScale(decimals, RoundingMode.FLOOR)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String name(double number) {
        return Double.isNaN(number) ? "not a number" : number > 0 ? "infinity" : "minus infinity";
    }
}
