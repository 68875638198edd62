package dev.readygate.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Counts of tests from evidence; counts that it does not state stay empty. */
record TestCounts(long total, OptionalLong passed, OptionalLong failed, OptionalLong skipped) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Optional<TestCounts> of(JsonNode data) {
        if (data == null || count(data, "total").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TestCounts(
                count(data, "total").getAsLong(), count(data, "passed"), failures(data), count(data, "skipped")));
    }

    /** Adds errors to failures: readers do not distinguish them. */
    private static OptionalLong failures(JsonNode data) {
        var both = Stream.of("failed", "errors")
                .map(it -> count(data, it))
                .filter(OptionalLong::isPresent)
                .toList();
        return both.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        both.stream().mapToLong(OptionalLong::getAsLong).sum());
    }

    private static OptionalLong count(JsonNode data, String name) {
        var node = data.path(name);
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    String passedOfTotal() {
        return ofTotal(passed);
    }

    String failedOfTotal() {
        return ofTotal(failed);
    }

    String skippedOfTotal() {
        return ofTotal(skipped);
    }

    private String ofTotal(OptionalLong count) {
        if (count.isEmpty()) {
            return "unknown";
        }
        return number(count.getAsLong()) + (total == 0 ? "" : " (%s %%)".formatted(share(count.getAsLong())));
    }

    private BigDecimal share(long count) {
        return BigDecimal.valueOf(count).multiply(HUNDRED).divide(BigDecimal.valueOf(total), 1, RoundingMode.HALF_EVEN);
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
