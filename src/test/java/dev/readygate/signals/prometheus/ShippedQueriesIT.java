package dev.readygate.signals.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CompareCheck;
import dev.readygate.api.v1alpha1.MetricCheck;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.checks.Request.Metrics;
import dev.readygate.checks.metrics.Indicator;
import dev.readygate.checks.metrics.LimitJudge;
import dev.readygate.checks.metrics.MetricAnswer.QueryResult;
import dev.readygate.checks.metrics.Query;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.checks.metrics.SloJudge;
import dev.readygate.checks.promql.Bindings;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.checks.promql.Variable;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.policy.Policy;
import dev.readygate.policy.PolicyCheck;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.ShippedStandards;
import dev.readygate.testing.RecordedPrometheus;
import dev.readygate.testing.WaitLimit;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real Prometheus accepts each query of the shipped standards, and a healthy service passes it. */
class ShippedQueriesIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Duration PATIENT = WaitLimit.LONGEST;
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid");

    private static RecordedPrometheus prometheus;
    private static PrometheusClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        prometheus = RecordedPrometheus.start(folder, new HealthyDay(NOW).text(), "groups: []");
        client = PrometheusClient.of(Installation.at(Optional.of(prometheus.address())), InstantSource.fixed(NOW));
    }

    @AfterAll
    static void stop() {
        client.close();
        prometheus.close();
    }

    static Stream<Named<CheckSpec>> metrics() {
        return checks(MetricCheck.class);
    }

    static Stream<Named<CheckSpec>> objectives() {
        return checks(SloCheck.class);
    }

    static Stream<Named<CheckSpec>> comparisons() {
        return checks(CompareCheck.class);
    }

    private static Stream<Named<CheckSpec>> checks(Class<?> kind) {
        return ShippedStandards.NAMES.stream()
                .flatMap(standard -> resolved(standard)
                        .filter(it -> it.mistake().isEmpty()
                                && kind.isInstance(it.spec().kind()))
                        .map(it -> Named.of(standard + " " + it.spec().name(), it.spec())));
    }

    private static Stream<PolicyCheck> resolved(String standard) {
        var spec = Serialization.unmarshal(
                "---\n{selector: {}, standards: [{name: %s}]}".formatted(standard), ReadinessPolicySpec.class);
        var policy = new Policy(new PolicyRef("ReadinessPolicy", "shop", 1L), "uid", Instant.EPOCH, spec);
        return Resolving.of(policy, new ShippedStandards()).checks().stream();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void aMetricPasses(CheckSpec check) throws Exception {
        var metric = check.metric();
        var bindings = bindings().with(Variable.window, metric.window().text());
        var query = new Query(
                new QueryTemplate(metric.query()),
                bindings,
                new Span.Now(metric.maxAge().toDuration()),
                Duration.ofHours(1));

        passes(new Metrics(List.of(query), new LimitJudge(metric)));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void anObjectiveIsKept(CheckSpec check) throws Exception {
        passes(new Metrics(
                new Indicator(check.slo()).queries(bindings(), Duration.ofHours(1)), new SloJudge(check.slo())));
    }

    private static void passes(Metrics asked) throws InterruptedException {
        var sample = new MetricProber(client, InstantSource.fixed(NOW)).ask(CART, asked, PATIENT);

        assertThat(sample.outcome()).as(sample.message()).isEqualTo(Outcome.Pass);
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void aComparisonHasASeriesForEachPodEvenWithoutErrors(CheckSpec check) throws Exception {
        var query = new QueryTemplate(check.compare().query()).fill(bindings());
        var answer =
                client.ask(client.server("shop").orElseThrow(), query, new Span.Now(Duration.ofMinutes(5)), PATIENT);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        QueryResult.class,
                        told -> assertThat(told.series())
                                .hasSize(2)
                                .allMatch(it -> it.points().getLast().value() == 0));
    }

    private static Bindings bindings() {
        return Bindings.of("shop", "cart");
    }
}
