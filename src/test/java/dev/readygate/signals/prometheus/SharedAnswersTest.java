package dev.readygate.signals.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.MetricCheck;
import dev.readygate.checks.Request.Metrics;
import dev.readygate.checks.metrics.LimitJudge;
import dev.readygate.checks.metrics.Query;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.checks.promql.Bindings;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import dev.readygate.testing.WaitLimit;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedAnswersTest {
    private static final String ONE = "errors{namespace=\"{{namespace}}\",deployment=\"{{deployment}}\"}";
    private static final String OTHER = "max(absent_over_time(" + ONE + "[5m]))";
    private static final MetricCheck AT_MOST_10 =
            Serialization.unmarshal("---\n{query: q, max: 10}", MetricCheck.class);

    /** Longer than the test: all queries fall into the same interval. */
    private static final Duration REFRESH = Duration.ofHours(1);

    private StubPrometheus stub;
    private PrometheusClient client;
    private MetricProber prober;

    @BeforeEach
    void start() throws IOException {
        stub = new StubPrometheus();
        client = PrometheusClient.of(Installation.at(stub.address()), InstantSource.system());
        prober = new MetricProber(client, InstantSource.system());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private Sample ask(String namespace, String name, String template) throws InterruptedException {
        var query = new Query(
                new QueryTemplate(template), Bindings.of(namespace, name), new Span.Now(Duration.ofHours(1)), REFRESH);
        return prober.ask(
                new DeploymentRef(namespace, name, "uid"),
                new Metrics(List.of(query), new LimitJudge(AT_MOST_10)),
                WaitLimit.LONGEST);
    }

    private List<Sample> askAll(int count, String template) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Sample>> asking = IntStream.range(0, count)
                    .<Callable<Sample>>mapToObj(i -> () -> ask("shop", "app-" + i, template))
                    .toList();
            return new ArrayList<>(
                    threads.invokeAll(asking).stream().map(Future::resultNow).toList());
        }
    }

    private static String series(String labels, double value) {
        return "{\"metric\":{%s},\"value\":[%d,\"%s\"]}".formatted(labels, System.currentTimeMillis() / 1000, value);
    }

    private static List<Double> values(List<Sample> samples) {
        return samples.stream()
                .map(it -> it.figures().number("value").orElse(-1))
                .toList();
    }

    private static List<Double> upTo(int count) {
        return IntStream.range(0, count).mapToObj(i -> (double) i).toList();
    }

    @Test
    void aThousandDeploymentsAreOneRequest() throws Exception {
        stub.gives(query -> IntStream.range(0, 1000)
                .mapToObj(i -> series("\"namespace\":\"shop\",\"deployment\":\"app-%d\"".formatted(i), i))
                .collect(Collectors.joining(",", "[", "]")));

        var samples = askAll(1000, ONE);

        assertThat(values(samples)).isEqualTo(upTo(1000));
        assertThat(samples.get(11).outcome()).isEqualTo(Outcome.Fail);
        assertThat(stub.queries()).hasSize(1);
    }

    @Test
    void oneWithoutSeriesHasNoData() throws Exception {
        stub.gives(query -> query.contains("app-1")
                ? "[]"
                : "[%s]".formatted(series("\"namespace\":\"shop\",\"deployment\":\"app-0\"", 1)));

        assertThat(askAll(2, ONE).get(1).outcome()).isEqualTo(Outcome.Unknown);
    }

    @Test
    void queriesThatCannotBeRewrittenAreAskedTwentyAtATime() throws Exception {
        stub.gives(SharedAnswersTest::eachByItsNumber);

        var samples = askAll(20, OTHER);

        assertThat(values(samples)).isEqualTo(upTo(20));
        assertThat(stub.queries()).hasSizeLessThan(20);
    }

    /** The answer to each part of a union is the number in the Deployment's name; so is that to a single query. */
    private static String eachByItsNumber(String query) {
        var app = Pattern.compile("app-([0-9]+)\"[^A-Z]*?(?:readygate_query\", \"([0-9]+)\"|$)")
                .matcher(query);
        return app.results()
                .map(it -> series(
                        it.group(2) == null ? "" : "\"readygate_query\":\"%s\"".formatted(it.group(2)),
                        Double.parseDouble(it.group(1))))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void oneRequestThatIsTooMuchIsAskedInParts() throws Exception {
        stub.does(exchange -> {
            var query = (String) exchange.getAttribute("query");
            var fits = query.contains("app-");
            StubPrometheus.respond(
                    exchange,
                    fits ? 200 : 422,
                    fits
                            ? "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":%s}}"
                                    .formatted(eachByItsNumber(query))
                            : "{\"status\":\"error\",\"errorType\":\"execution\"}");
        });

        assertThat(values(askAll(5, ONE))).isEqualTo(upTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, OTHER})
    void aWarningAboutOneDeploymentIsNotAboutTheOthers(String template) throws Exception {
        stub.does(exchange -> {
            var query = (String) exchange.getAttribute("query");
            boolean ofOne = query.contains("app-") && !query.contains("readygate_query");
            StubPrometheus.respond(
                    exchange,
                    200,
                    "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":%s},\"warnings\":%s}"
                            .formatted(
                                    ofOne ? eachByItsNumber(query) : "[]",
                                    ofOne && !query.contains("app-3") ? "[]" : "[\"mixed histograms\"]"));
        });

        var samples = askAll(5, template);

        assertThat(samples.get(3).outcome()).isEqualTo(Outcome.Unknown);
        samples.remove(3);
        assertThat(values(samples)).containsExactly(0.0, 1.0, 2.0, 4.0);
    }

    @Test
    void invalidPromqlIsNotAskedForEachDeployment() throws Exception {
        stub.says(400, "{\"status\":\"error\",\"errorType\":\"bad_data\"}");

        assertThat(askAll(20, OTHER)).allMatch(it -> it.outcome() == Outcome.Error);
        assertThat(stub.queries()).hasSizeLessThan(20);
    }

    @Test
    void oneNamespacesSlowQueryDelaysNoOther() throws Exception {
        var end = new CountDownLatch(1);
        stub.does(exchange -> {
            var query = (String) exchange.getAttribute("query");
            if (query.contains("\"slow\"")) {
                await(end);
            }
            StubPrometheus.respond(exchange, 200, """
                    {"status":"success","data":{"resultType":"scalar","result":[%d,"7"]}}
                    """.formatted(System.currentTimeMillis() / 1000));
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                IntStream.range(0, 50).forEach(i -> threads.submit(() -> ask("slow", "app-" + i, OTHER)));

                assertThat(ask("quick", "app", OTHER).outcome())
                        .as("while none of the slow ones is answered")
                        .isEqualTo(Outcome.Pass);
            } finally {
                end.countDown();
            }
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void withoutAPrometheusItIsSaidWhichSettingToSet() throws Exception {
        prober = new MetricProber(
                PrometheusClient.of(Installation.none(), InstantSource.system()), InstantSource.system());

        var sample = ask("shop", "cart", ONE);

        assertThat(sample.outcome()).isEqualTo(Outcome.Unknown);
        assertThat(sample.message()).contains("prometheus.address", "READYGATE_PROMETHEUS_ADDRESS");
    }
}
