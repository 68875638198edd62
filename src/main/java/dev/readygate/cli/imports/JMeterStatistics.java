package dev.readygate.cli.imports;

import static dev.readygate.cli.imports.JsonFile.number;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads statistics.json of JMeter's dashboard. Its percentiles are the 90th, 95th and 99th, unless a user sets others.
 */
final class JMeterStatistics {
    private static final String EXPECTED = "JMeter's statistics.json";
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
        number(total, "pct2ResTime").ifPresent(it -> data.put("p95", WrittenNumbers.atMost(it, DECIMALS)));
        number(total, "pct3ResTime").ifPresent(it -> data.put("p99", WrittenNumbers.atMost(it, DECIMALS)));
        number(total, "errorPct")
                .ifPresent(it -> data.put("errorRate", WrittenNumbers.atMost(it / 100, DECIMALS_OF_SHARES)));
        return data;
    }
}
