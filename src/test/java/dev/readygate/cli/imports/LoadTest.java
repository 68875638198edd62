package dev.readygate.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Load generators: k6 in three formats, and JMeter. */
class LoadTest {

    @Test
    void k6HandsItsSummaryOverWithValues() {
        assertThat(ToolFiles.read(Format.K6, "k6-handle-summary.json"))
                .isEqualTo(Map.of(
                        "rps", number("599.03"),
                        "p95", number("14.127"),
                        "p99", number("35.088"),
                        "errorRate", number("0.039752"),
                        "vus", 5L,
                        "thresholdsFailed", 1L));
    }

    /** By default there is no p99, and a threshold of true is broken. */
    @Test
    void k6ExportsItFlat() {
        assertThat(ToolFiles.read(Format.K6, "k6-summary-export.json"))
                .isEqualTo(Map.of(
                        "rps", number("676.472"),
                        "p95", number("11.851"),
                        "errorRate", number("0.040163"),
                        "vus", 5L,
                        "thresholdsFailed", 1L));
    }

    @Test
    void k6AlsoWritesItForMachines() {
        assertThat(ToolFiles.read(Format.K6, "k6-machine-readable.json"))
                .isEqualTo(Map.of(
                        "rps", number("668.209"),
                        "p95", number("11.8"),
                        "errorRate", number("0.039971"),
                        "vus", 5L));
    }

    @Test
    void thresholdsOfBothFormsMeanTheOppositeOfEachOther() {
        assertThat(k6("{http_reqs: {rate: 1, thresholds: {'rate>2': true, 'rate>0': false}}}"))
                .containsEntry("thresholdsFailed", 1L);
        assertThat(k6("{http_reqs: {values: {rate: 1}, thresholds: {a: {ok: true}, b: {ok: true}}}}"))
                .containsEntry("thresholdsFailed", 0L);
    }

    @Test
    void unmeasuredValuesAreLeftOut() {
        assertThat(k6("{http_reqs: {count: 10}}")).isEmpty();
        assertThat(ToolFiles.said(Format.K6, Loose.json("{metrics: {http_reqs: {count: 9}}, config: {duration: 0}}")))
                .isEmpty();
    }

    @Test
    void jmetersErrorsAreInPercent() {
        assertThat(ToolFiles.said(Format.JMeter, Loose.json("""
                {Home: {sampleCount: 10, errorPct: 50.0}, Total: {transaction: Total, sampleCount: 1200, errorCount: 3,
                 errorPct: 0.25, meanResTime: 80.1, pct1ResTime: 120.0, pct2ResTime: 180.0, pct3ResTime: 310.5,
                 throughput: 40.12345}}
                """)))
                .isEqualTo(Map.of(
                        "rps", number("40.123"),
                        "p95", number("180"),
                        "p99", number("310.5"),
                        "errorRate", number("0.0025")));
    }

    /** Of more than 20,000 samples JMeter's Total has the percentiles of the last ones. */
    @ParameterizedTest
    @CsvSource({"20000, 180, true", "20001, 180, false", "20001, 150, true"})
    void percentilesOfManySamplesAreThoseOfATransaction(int samples, int p95, boolean believed) {
        var content =
                "{Home: {pct2ResTime: 120.0}, Cart: {pct2ResTime: 160.0}, Total: {sampleCount: %d, pct2ResTime: %d}}"
                        .formatted(samples, p95);

        assertThat(ToolFiles.said(Format.JMeter, Loose.json(content)).containsKey("p95"))
                .isEqualTo(believed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "K6; {}; `k6's summary: it has no metric http_reqs; run k6 with --summary-export, or with handleSummary`",
                "K6; `{metrics: {vus: {max: 5}}}`; `k6's summary: it has no metric http_reqs; run k6 with --summary-export, or with handleSummary`",
                "JMeter; {}; JMeter's statistics.json: it has no Total with a sampleCount",
                "JMeter; `{Total: {sampleCount: 0}}`; JMeter's statistics.json: it has no Total with a sampleCount"
            })
    void aRunWithoutRequestsIsRefused(Format format, String content, String sentence) {
        assertThatThrownBy(() -> ToolFiles.said(format, Loose.json(content)))
                .isInstanceOf(WrongFile.class)
                .hasMessage("report is not " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"K6", "JMeter"})
    void oneTestIsOnePieceOfEvidence(Format format) {
        var file = ToolFiles.text("second.json", "{}");

        assertThatThrownBy(() -> format.data(List.of(file, file)))
                .hasMessage("second.json is not read: several load tests are several pieces of evidence");
    }

    private static Map<String, Object> k6(String metrics) {
        return ToolFiles.said(Format.K6, Loose.json("{metrics: %s}".formatted(metrics)));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
