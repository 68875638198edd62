package dev.readygate.cli.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The covered share of lines and branches. */
record Covered(CoverageShare lines, CoverageShare branches) {
    static final Covered NOTHING = new Covered(CoverageShare.NOTHING, CoverageShare.NOTHING);

    record CoverageShare(BigDecimal hit, BigDecimal all) {
        static final CoverageShare NOTHING = new CoverageShare(BigDecimal.ZERO, BigDecimal.ZERO);

        static CoverageShare of(long hit, long all) {
            return new CoverageShare(BigDecimal.valueOf(hit), BigDecimal.valueOf(all));
        }

        CoverageShare plus(CoverageShare other) {
            return new CoverageShare(hit.add(other.hit), all.add(other.all));
        }

        boolean isTooMuch() {
            return hit.compareTo(all) > 0;
        }

        boolean isEmpty() {
            return all.signum() == 0;
        }

        /** Rounds down: 69.999 is not 70. */
        BigDecimal percent() {
            return WrittenNumbers.number(hit.movePointRight(2).divide(all, 2, RoundingMode.FLOOR));
        }
    }

    Covered plus(Covered other) {
        return new Covered(lines.plus(other.lines), branches.plus(other.branches));
    }

    /** Leaves out branches if the code has none or the tool counts none: none of none is not 0 %. */
    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("line", lines.percent());
        if (!branches.isEmpty()) {
            data.put("branch", branches.percent());
        }
        return data;
    }
}
