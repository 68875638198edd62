package dev.readygate.cli.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as users write them, rounded to the worse side. */
final class WrittenNumbers {
    private WrittenNumbers() {}

    static BigDecimal number(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Rounds a number down, of which more is better. */
    static BigDecimal atLeast(double number, int decimals) {
        return rounded(number, decimals, RoundingMode.FLOOR);
    }

    /** Rounds a number up, of which less is better. */
    static BigDecimal atMost(double number, int decimals) {
        return rounded(number, decimals, RoundingMode.CEILING);
    }

    private static BigDecimal rounded(double number, int decimals, RoundingMode how) {
        return number(BigDecimal.valueOf(number).setScale(decimals, how));
    }
}
