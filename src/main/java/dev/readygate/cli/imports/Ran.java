package dev.readygate.cli.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many tests ran, and how they ended. A test that did not fail, err or get skipped passed. */
record Ran(long total, long failed, long errors, long skipped) {
    static final Ran NONE = new Ran(0, 0, 0, 0);

    Ran plus(Ran other) {
        return new Ran(total + other.total, failed + other.failed, errors + other.errors, skipped + other.skipped);
    }

    /** Takes the higher of each two counts. */
    Ran orMore(Ran other) {
        return new Ran(
                Math.max(total, other.total),
                Math.max(failed, other.failed),
                Math.max(errors, other.errors),
                Math.max(skipped, other.skipped));
    }

    long passed() {
        return total - failed - errors - skipped;
    }

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("total", total);
        data.put("passed", passed());
        data.put("failed", failed);
        data.put("errors", errors);
        data.put("skipped", skipped);
        return data;
    }
}
