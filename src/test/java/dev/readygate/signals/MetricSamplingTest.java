package dev.readygate.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Ask;
import dev.readygate.checks.Ask.Pace;
import dev.readygate.checks.Request;
import dev.readygate.checks.metrics.Query;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.checks.promql.Bindings;
import dev.readygate.checks.promql.QueryTemplate;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Question;
import dev.readygate.facts.Sample;
import dev.readygate.facts.SecretValue;
import dev.readygate.facts.Target;
import dev.readygate.signals.fetch.Caps;
import dev.readygate.signals.fetch.FetchRules;
import dev.readygate.signals.fetch.Limits;
import dev.readygate.signals.fetch.NameResolver;
import dev.readygate.signals.fetch.SafeFetcher;
import dev.readygate.signals.fetch.Trust;
import dev.readygate.signals.prometheus.Installation;
import dev.readygate.signals.prometheus.MetricProber;
import dev.readygate.signals.prometheus.PrometheusClient;
import dev.readygate.signals.prometheus.StubPrometheus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MetricSamplingTest {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int DEPLOYMENTS = 300;

    private final Map<String, AtomicInteger> samples = new ConcurrentHashMap<>();

    @Test
    void allDeploymentsAreSampledWithOneRequestAnInterval() throws Exception {
        var clock = InstantSource.system();
        try (var stub = new StubPrometheus().gives(query -> "[]");
                var client = PrometheusClient.of(Installation.at(stub.address()), clock);
                var fetcher =
                        new SafeFetcher(FetchRules.STRICT, NameResolver.SYSTEM, Trust.OF_THE_RUNTIME, Caps.DEFAULT)) {
            var kubernetes =
                    new Probers.Kubernetes((_, _, _) -> new SecretValue.Withheld("nobody has any"), (_, _) -> null);
            var probers = new Probers(fetcher, kubernetes, new MetricProber(client, clock), clock);
            Prober counting = (who, ask) -> {
                samples.computeIfAbsent(who.name(), _ -> new AtomicInteger()).incrementAndGet();
                return probers.ask(who, ask);
            };
            long begun = System.nanoTime();
            try (var samplers = new Samplers(
                    counting,
                    new ReadingStore(_ -> {}),
                    clock,
                    new Samplers.SamplerSettings(Limits.DEFAULT, 1_000, Asks.THREADS, SampleListener.NONE))) {
                samplers.resume();
                for (int i = 0; i < DEPLOYMENTS; i++) {
                    var who = new DeploymentRef("shop", "app-" + i, "uid-" + i);
                    samplers.keep(who, List.of(ask(who)));
                }
                Awaitility.await("three samples of each").until(this::threeOfEach);
            }
            var intervals = Duration.ofNanos(System.nanoTime() - begun).dividedBy(EVERY) + 2;
            assertThat(stub.queries()).hasSizeBetween(2, (int) intervals);
        }
    }

    private boolean threeOfEach() {
        return samples.size() == DEPLOYMENTS && samples.values().stream().allMatch(it -> it.get() >= 3);
    }

    private static Ask ask(DeploymentRef who) {
        var query = new Query(
                new QueryTemplate("sum(errors{namespace=\"{{namespace}}\",deployment=\"{{deployment}}\"})"),
                Bindings.of(who.namespace(), who.name()),
                new Span.Now(Duration.ofMinutes(5)),
                EVERY);
        return new Ask(
                new Question("errors", "settings", new Target.Whole()),
                new Pace(EVERY, Duration.ofSeconds(5), Instant.EPOCH),
                Asks.AT_ONCE,
                new Request.Metrics(List.of(query), (_, at) -> new Sample(at, Outcome.Pass, "", "")));
    }
}
