package dev.readygate.cli.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much of the lines and branches was run. */
record Covered(Share lines, Share branches) {
    static final Covered NOTHING = new Covered(Share.NOTHING, Share.NOTHING);

    record Share(BigDecimal hit, BigDecimal all) {
        static final Share NOTHING = new Share(BigDecimal.ZERO, BigDecimal.ZERO);

        static Share of(long hit, long all) {
            return new Share(BigDecimal.valueOf(hit), BigDecimal.valueOf(all));
        }

        Share plus(Share other) {
            return new Share(hit.add(other.hit), all.add(other.all));
        }

        boolean isTooMuch() {
            return hit.compareTo(all) > 0;
        }

        boolean isEmpty() {
            return all.signum() == 0;
        }

        /** Rounded down: 69.999 is not 70. */
        BigDecimal percent() {
            return Plain.number(hit.movePointRight(2).divide(all, 2, RoundingMode.FLOOR));
        }
    }

    Covered plus(Covered other) {
        return new Covered(lines.plus(other.lines), branches.plus(other.branches));
    }

    /** Code without branches, or a tool that counts none, says nothing of them: none of none is not 0 %. */
    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("line", lines.percent());
        if (!branches.isEmpty()) {
            data.put("branch", branches.percent());
        }
        return data;
    }
}
