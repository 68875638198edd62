package dev.readygate.checks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.checks.promql.Bindings;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorTest {
    private static Indicator indicator(String yaml) {
        return new Indicator(Serialization.unmarshal("---\n" + yaml, SloCheck.class));
    }

    private static String first(String yaml) {
        return indicator(yaml)
                .queries(Bindings.of("shop", "cart"), Duration.ofSeconds(10))
                .getFirst()
                .text();
    }

    @Test
    void errorsThatWereNeverCountedAreNone() {
        assertThat(first("{objective: 99%, ratio: {errors: 'bad{a=\"b\"}', total: all}}"))
                .isEqualTo("(sum(rate(bad{a=\"b\"}[30d])) or vector(0)) / sum(rate(all[30d]))");
    }

    @Test
    void goodThatWasNeverCountedIsNoData() {
        assertThat(first("{objective: 99%, ratio: {good: fine, total: all}}"))
                .isEqualTo("1 - sum(rate(fine[30d])) / sum(rate(all[30d]))");
    }

    @Test
    void aLatencyIsReadFromTheBucketOfItsThreshold() {
        assertThat(first("{objective: 95%, latency: {histogram: h, threshold: 500ms, selector: 'route=\"/\"'}}"))
                .contains("h_bucket{namespace=\"shop\",pod=~\"cart-", ",route=\"/\",le=~\"0[.]5\"}[30d]");
        assertThat(first("{objective: 95%, latency: {histogram: h, threshold: 2s}}"))
                .contains("le=~\"2([.]0)?\"");
    }

    @Test
    void namesThatPrometheus2DidNotKnowStandInQuotationMarks() {
        assertThat(first("{objective: 95%, latency: {histogram: http.server.duration, threshold: 2s}}"))
                .contains(
                        "{\"http.server.duration_bucket\",namespace=\"shop\"",
                        "{\"http.server.duration_count\",namespace=");
        var ratio =
                "{objective: 95%, ratio: {errors: '{\"http.errors\",\"http.route\"=\"/\"}', total: '{\"http.all\"}'}}";
        assertThat(first(ratio))
                .isEqualTo("(sum(rate({\"http.errors\",\"http.route\"=\"/\"}[30d])) or vector(0))"
                        + " / sum(rate({\"http.all\"}[30d]))");
        assertThat(indicator(ratio).mistake()).isEmpty();
    }

    @Test
    void theCountIsAskedForWhereItMatters() {
        var queries = indicator("{objective: 99%, minSamples: 9, maxAge: 1m, ratio: {errors: bad, total: all}}")
                .queries(Bindings.of("shop", "cart"), Duration.ofSeconds(10));

        assertThat(queries.getLast().text()).isEqualTo("sum(increase(all[30d]))");
        assertThat(queries).extracting(Query::span).containsOnly(new Query.Span.Now(Duration.ofMinutes(1)));
    }

    @Test
    void longWindowsAreAskedLessOften() {
        var queries = indicator("{objective: 99%, ratio: {errors: bad, total: all}}")
                .queries(Bindings.of("shop", "cart"), Duration.ofSeconds(10));

        assertThat(queries.stream().map(it -> it.refresh().toSeconds())).containsExactly(300L, 10L, 10L, 21L, 10L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{objective: 99%, ratio: {errors: 'sum(bad)', total: all}}",
                "{objective: 99%, ratio: {errors: bad, total: 'all[5m]'}}",
                "{objective: 99%, ratio: {errors: bad, total: 'a + b'}}",
                "{objective: 99%, ratio: {errors: bad, total: 'all offset 5m'}}",
                "{objective: 99%, ratio: {errors: 'bad{a=\"{{app}}\"}', total: all}}",
                "{objective: 99%, latency: {histogram: h, threshold: 1s, selector: 'a=\"b\"} or up{'}}",
                "{objective: 99%, ratio: {errors: b, total: a}, burnRates: [{long: 5m, short: 1h, factor: 2}]}"
            })
    void whatCannotBeMeasuredIsAMistake(String yaml) {
        assertThat(indicator(yaml).mistake()).isPresent();
    }

    @Test
    void plainCountersAreNone() {
        assertThat(indicator("{objective: 99%, ratio: {errors: 'b{c=~\"5..\",d!=''x''}', total: a}}")
                        .mistake())
                .isEmpty();
    }
}
