package dev.readygate.signals.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.checks.Request.Metrics;
import dev.readygate.checks.metrics.Indicator;
import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.MetricAnswer.QueryResult;
import dev.readygate.checks.metrics.Query;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.checks.metrics.Series;
import dev.readygate.checks.metrics.SloJudge;
import dev.readygate.checks.promql.Bindings;
import dev.readygate.checks.promql.Grouped;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.checks.promql.Variable;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import dev.readygate.testing.RecordedPrometheus;
import dev.readygate.testing.WaitLimit;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a real Prometheus with recorded series of two namespaces, three Deployments in each and two pods of each. */
class RealPrometheusIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Duration PATIENT = WaitLimit.LONGEST;
    private static final List<String> NAMESPACES = List.of("shop", "bank");
    private static final List<String> DEPLOYMENTS = List.of("cart", "cart-db", "silent");

    private static RecordedPrometheus prometheus;
    private static PrometheusClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        prometheus = RecordedPrometheus.start(folder, new Recording(NOW).text(), """
                groups:
                - name: slo
                  rules:
                  - record: slo:bad:ratio_30m
                    expr: |
                      sum(rate(requests_total{namespace="shop",deployment="cart",code=~"5.."}[30m]))
                        / sum(rate(requests_total{namespace="shop",deployment="cart"}[30m]))
                  - record: slo:bad:ratio_5m
                    expr: |
                      sum(rate(requests_total{namespace="shop",deployment="cart",code=~"5.."}[5m]))
                        / sum(rate(requests_total{namespace="shop",deployment="cart"}[5m]))
                """);
        client = PrometheusClient.of(Installation.at(Optional.of(prometheus.address())), InstantSource.fixed(NOW));
    }

    @AfterAll
    static void stop() {
        client.close();
        prometheus.close();
    }

    static List<String> templates() {
        return new Queries(new Random(42)).some(150);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void thePartOfTheAnswerAboutAllIsTheAnswerAboutOne(String text) throws Exception {
        isTheSame(text, Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void alsoWhereNothingMayBeOld(String text) throws Exception {
        isTheSame(text, Duration.ofSeconds(20));
    }

    private static void isTheSame(String text, Duration maxAge) throws InterruptedException {
        var template = new QueryTemplate(text);
        var grouped = Grouped.of(template, maxAge);
        assertThat(grouped).as("understood: " + text).isPresent();
        var window = new Bindings(Map.of()).with(Variable.window, "10m");
        var all = Split.of(ask(grouped.get().template().fill(window)), grouped.get());

        for (var namespace : NAMESPACES) {
            for (var name : DEPLOYMENTS) {
                var bindings = Bindings.of(namespace, name).with(Variable.window, "10m");
                var one = ask(template.notOlderThan(maxAge).fill(bindings));
                assertSame(all.of(new DeploymentRef(namespace, name, "uid")), one, text + " of " + name);
            }
        }
    }

    private static MetricAnswer ask(String query) throws InterruptedException {
        var span = new Span.Now(Duration.ofMinutes(5));
        return client.ask(client.server("shop").orElseThrow(), query, span, PATIENT);
    }

    private static void assertSame(MetricAnswer part, MetricAnswer one, String what) {
        assertThat(one).as(what).isInstanceOf(QueryResult.class);
        var expected = values((QueryResult) one);
        var actual = values((QueryResult) part);
        assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        expected.forEach((labels, value) -> {
            if (Double.isFinite(value)) {
                assertThat(actual.get(labels)).as(what).isCloseTo(value, within(Math.abs(value) * 1e-12));
            } else {
                assertThat(actual.get(labels)).as(what).isEqualTo(value);
            }
        });
    }

    private static Map<String, Double> values(QueryResult told) {
        var values = new TreeMap<String, Double>();
        told.series()
                .forEach(it -> values.put(
                        new TreeMap<>(it.labels()).toString(),
                        it.points().getLast().value()));
        return values;
    }

    @Test
    void budgetAndBurnEqualEquivalentRecordingRules() throws Exception {
        var slo = Serialization.unmarshal("""
                ---
                objective: 99%
                window: 30m
                ratio:
                  errors: requests_total{namespace="{{namespace}}",deployment="{{deployment}}",code=~"5.."}
                  total: requests_total{namespace="{{namespace}}",deployment="{{deployment}}"}
                burnRates: [{long: 30m, short: 5m, factor: 100}]
                """, SloCheck.class);
        var live = PrometheusClient.of(Installation.at(Optional.of(prometheus.address())), InstantSource.system());
        Awaitility.await("the rules to agree").untilAsserted(() -> {
            var rule = recorded("slo:bad:ratio_30m");
            var figures = new MetricProber(live, InstantSource.system())
                    .ask(new DeploymentRef("shop", "cart", "uid"), metrics(slo), PATIENT)
                    .figures();
            assertThat(figures.number("attained").orElseThrow()).isCloseTo(100 * (1 - rule), within(0.01));
            assertThat(figures.number("budgetLeft").orElseThrow()).isCloseTo(100 * (1 - rule / 0.01), within(1.0));
            assertThat(figures.number("burn").orElseThrow()).isCloseTo(rule / 0.01, within(0.01));
        });
        live.close();
    }

    private static Metrics metrics(SloCheck slo) {
        var queries = new Indicator(slo).queries(Bindings.of("shop", "cart"), Duration.ofSeconds(10));
        return new Metrics(queries, new SloJudge(slo));
    }

    private static double recorded(String name) throws InterruptedException {
        var now = PrometheusClient.of(Installation.at(Optional.of(prometheus.address())), InstantSource.system());
        try (now) {
            var answer = now.ask(now.server("shop").orElseThrow(), name, new Span.Now(Duration.ofMinutes(5)), PATIENT);
            assertThat(answer).isInstanceOf(QueryResult.class);
            assertThat(((QueryResult) answer).series()).hasSize(1);
            return ((QueryResult) answer).series().getFirst().points().getLast().value();
        }
    }

    @Test
    void samplesThatAreTooOldAreNotSeen() throws Exception {
        var late = InstantSource.fixed(NOW.plusSeconds(100));
        try (var asking = PrometheusClient.of(Installation.at(Optional.of(prometheus.address())), late)) {
            var template = new QueryTemplate("max(memory{namespace=\"shop\"})");

            assertThat(seen(asking, template, Duration.ofMinutes(3))).hasSize(1);
            assertThat(seen(asking, template, Duration.ofMinutes(1))).isEmpty();
        }
    }

    private static List<Series> seen(PrometheusClient asking, QueryTemplate template, Duration maxAge)
            throws InterruptedException {
        var query = new Query(template, new Bindings(Map.of()), new Span.Now(maxAge), PATIENT);
        var answer = asking.ask(asking.server("shop").orElseThrow(), query.text(), query.span(), PATIENT);
        return ((QueryResult) answer).series();
    }

    @Test
    void aUnionIsTakenApartAgain() throws Exception {
        var prober = new MetricProber(client, InstantSource.fixed(NOW));
        var template =
                "sum without (pod) (requests_total{namespace=\"{{namespace}}\",deployment=\"{{deployment}}\",code=\"200\"})"
                        + " # a comment";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming = DEPLOYMENTS.stream()
                    .map(name -> threads.submit(() -> seen(prober, name, template)))
                    .toList();
            for (int i = 0; i < DEPLOYMENTS.size(); i++) {
                var one = ask(new QueryTemplate(template).fill(Bindings.of("shop", DEPLOYMENTS.get(i))));
                assertThat(coming.get(i).get()).isEqualTo(one);
            }
        }
    }

    private static MetricAnswer seen(MetricProber prober, String name, String template) throws InterruptedException {
        var answers = new ArrayList<MetricAnswer>();
        var query = new Query(
                new QueryTemplate(template),
                Bindings.of("shop", name),
                new Span.Now(Duration.ofMinutes(5)),
                Duration.ofHours(1));
        prober.ask(
                new DeploymentRef("shop", name, "uid"),
                new Metrics(List.of(query), (told, at) -> {
                    answers.addAll(told);
                    return new Sample(at, Outcome.Pass, "", "");
                }),
                PATIENT);
        return answers.getFirst();
    }
}
