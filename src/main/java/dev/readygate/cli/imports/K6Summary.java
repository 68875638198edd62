package dev.readygate.cli.imports;

import static dev.readygate.cli.imports.JsonFile.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Reads k6's summary in any of its three formats: the input of handleSummary, the output of --summary-export, and the
 * machine-readable format of newer versions.
 *
 * <p>http_req_failed counts failed requests as its {@code passes}.
 */
final class K6Summary {
    private static final String EXPECTED = "k6's summary";
    private static final int DECIMALS = 3;
    private static final int DECIMALS_OF_SHARES = 6;

    private final JsonFile file;
    private final JsonNode root;

    private K6Summary(JsonFile file) {
        this.file = file;
        this.root = file.root();
    }

    static Map<String, Object> data(List<ImportFile> files) {
        if (files.size() > 1) {
            throw files.get(1).isNo("read", "several load tests are several pieces of evidence");
        }
        return new K6Summary(JsonFile.of(files.getFirst(), EXPECTED)).data();
    }

    private Map<String, Object> data() {
        if (metric("http_reqs").isMissingNode()) {
            throw file.isWrong("it has no metric http_reqs; run k6 with --summary-export, or with handleSummary");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        rps().ifPresent(it -> data.put("rps", WrittenNumbers.atLeast(it, DECIMALS)));
        for (int percentile : new int[] {95, 99}) {
            percentile(percentile).ifPresent(it -> data.put("p" + percentile, WrittenNumbers.atMost(it, DECIMALS)));
        }
        errorRate().ifPresent(it -> data.put("errorRate", WrittenNumbers.atMost(it, DECIMALS_OF_SHARES)));
        number(metric("vus"), "max").ifPresent(it -> data.put("vus", (long) it));
        var thresholds = thresholds();
        if (!thresholds.isEmpty()) {
            data.put("thresholdsFailed", thresholds.stream().filter(it -> !it).count());
        }
        return data;
    }

    /** The values of a metric, which are inside of values, or flat, or in a list. */
    private JsonNode metric(String name) {
        var listed = root.at("/results/metrics")
                .valueStream()
                .filter(it -> it.path("name").asText().equals(name))
                .findFirst();
        var metric = listed.orElseGet(() -> root.path("metrics").path(name));
        return metric.has("values") ? metric.path("values") : metric;
    }

    private OptionalDouble rps() {
        var requests = metric("http_reqs");
        var rate = number(requests, "rate");
        if (rate.isPresent()) {
            return rate;
        }
        var count = number(requests, "count");
        var seconds = number(root.path("config"), "duration");
        return count.isPresent() && seconds.orElse(0) > 0
                ? OptionalDouble.of(count.getAsDouble() / seconds.getAsDouble())
                : OptionalDouble.empty();
    }

    /** A summary has only the percentiles of summaryTrendStats; by default p99 is missing. */
    private OptionalDouble percentile(int percentile) {
        var duration = metric("http_req_duration");
        var usual = number(duration, "p(%d)".formatted(percentile));
        return usual.isPresent() ? usual : number(duration, "p" + percentile);
    }

    private OptionalDouble errorRate() {
        var failed = metric("http_req_failed");
        var rate = number(failed, "rate");
        return rate.isPresent() ? rate : number(failed, "value");
    }

    /** Whether each threshold is kept. In an exported summary true means that it is not. */
    private List<Boolean> thresholds() {
        return root.path("metrics")
                .valueStream()
                .flatMap(it -> it.path("thresholds").valueStream())
                .flatMap(it -> it.isBoolean()
                        ? Stream.of(!it.booleanValue())
                        : Stream.of(it.path("ok").asBoolean()))
                .toList();
    }
}
