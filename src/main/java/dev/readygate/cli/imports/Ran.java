package dev.readygate.cli.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many tests ran, and how they ended. A test that did not fail, err or get skipped passed. */
record Ran(long total, long failed, long errors, long skipped) {
    static final Ran NONE = new Ran(0, 0, 0, 0);

    Ran plus(Ran other) {
        return new Ran(total + other.total, failed + other.failed, errors + other.errors, skipped + other.skipped);
    }

    /**
     * What a suite counts, together with its cases. A suite may count tests that it does not list, and some tools count
     * an error that they list as a failure: it is one test.
     */
    Ran with(Ran cases) {
        if (cases.total == 0) {
            return this;
        }
        long all = Math.max(total, cases.total);
        var bad = bad() > cases.bad() ? this : cases;
        long ended = Math.max(skipped, cases.skipped);
        return new Ran(all, bad.failed, bad.errors, Math.max(0, Math.min(ended, all - bad.bad())));
    }

    private long bad() {
        return failed + errors;
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
