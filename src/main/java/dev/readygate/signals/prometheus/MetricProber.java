package dev.readygate.signals.prometheus;

import dev.readygate.checks.Request.Metrics;
import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.Query;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;

/** Asks the queries of a check and has the answers judged. */
public final class MetricProber {
    private static final MetricAnswer NOBODY_TO_ASK = new MetricAnswer.Silent(
            "no Prometheus is configured for this namespace; set prometheus.address of the chart"
                    + " (READYGATE_PROMETHEUS_ADDRESS)");

    private final PrometheusClient client;
    private final InstantSource clock;

    public MetricProber(PrometheusClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    public Sample ask(DeploymentRef asker, Metrics request, Duration timeout) throws InterruptedException {
        var answers = new ArrayList<MetricAnswer>();
        for (var query : request.queries()) {
            answers.add(ask(asker, query, timeout));
        }
        return request.judge().judge(answers, clock.instant());
    }

    private MetricAnswer ask(DeploymentRef asker, Query query, Duration timeout) throws InterruptedException {
        var server = client.server(asker.namespace());
        return server.isEmpty() ? NOBODY_TO_ASK : client.ask(server.get(), query.text(), query.span(), timeout);
    }
}
