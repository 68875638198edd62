package dev.readygate.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

final class DocumentNumbers {
    private DocumentNumbers() {}

    /** Writes 12 instead of 12.0, with at most three decimal places. */
    static String plain(double number) {
        var rounded = BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
