package dev.readygate.cli.imports;

import static dev.readygate.cli.imports.JsonFile.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads statistics.json of JMeter's dashboard. Its percentiles are the 90th, 95th and 99th, unless a user sets others.
 */
final class JMeterStatistics {
    private static final String EXPECTED = "JMeter's statistics.json";
    /** Its setting statistic_window, unless a user sets another. */
    private static final int MOST_KEPT = 20_000;

    private static final int DECIMALS = 3;
    private static final int DECIMALS_OF_SHARES = 6;

    private JMeterStatistics() {}

    static Map<String, Object> data(List<ImportFile> files) {
        if (files.size() > 1) {
            throw files.get(1).isNo("read", "several load tests are several pieces of evidence");
        }
        var file = JsonFile.of(files.getFirst(), EXPECTED);
        if (number(file.root().path("Total"), "sampleCount").orElse(0) <= 0) {
            throw file.isWrong("it has no Total with a sampleCount");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        var total = file.root().path("Total");
        number(total, "throughput").ifPresent(it -> data.put("rps", WrittenNumbers.atLeast(it, DECIMALS)));
        percentile(file.root(), "pct2ResTime").ifPresent(it -> data.put("p95", WrittenNumbers.atMost(it, DECIMALS)));
        percentile(file.root(), "pct3ResTime").ifPresent(it -> data.put("p99", WrittenNumbers.atMost(it, DECIMALS)));
        number(total, "errorPct")
                .ifPresent(it -> data.put("errorRate", WrittenNumbers.atMost(it / 100, DECIMALS_OF_SHARES)));
        return data;
    }

    /**
     * Of more samples than JMeter keeps the percentiles of Total are those of the last ones. One that lies outside of
     * what all transactions have is left out.
     */
    private static OptionalDouble percentile(JsonNode root, String field) {
        var total = root.path("Total");
        var whole = number(total, field);
        if (number(total, "sampleCount").orElse(0) <= MOST_KEPT) {
            return whole;
        }
        var transactions = root.propertyStream()
                .filter(it -> !it.getKey().equals("Total"))
                .flatMapToDouble(it -> number(it.getValue(), field).stream())
                .summaryStatistics();
        return whole.stream()
                .filter(it -> it >= transactions.getMin() && it <= transactions.getMax())
                .findFirst();
    }
}
