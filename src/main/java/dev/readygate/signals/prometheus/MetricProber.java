package dev.readygate.signals.prometheus;

import static java.util.Collections.nCopies;

import dev.readygate.checks.Request.Metrics;
import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Sends the queries of a check and has the answers judged. */
public final class MetricProber {
    private static final MetricAnswer NOBODY_TO_ASK = new MetricAnswer.NoQueryResult(
            "no Prometheus is configured for this namespace; set prometheus.address of the chart"
                    + " (READYGATE_PROMETHEUS_ADDRESS)");

    private final PrometheusClient client;
    private final SharedAnswers shared;
    private final InstantSource clock;

    public MetricProber(PrometheusClient client, InstantSource clock) {
        this.client = client;
        this.shared = new SharedAnswers(client);
        this.clock = clock;
    }

    public Sample ask(DeploymentRef deployment, Metrics request, Duration timeout) throws InterruptedException {
        var answers = answers(deployment, request, timeout);
        return request.judge().judge(answers, clock.instant());
    }

    private List<MetricAnswer> answers(DeploymentRef deployment, Metrics request, Duration timeout)
            throws InterruptedException {
        var server = client.server(deployment.namespace());
        if (server.isEmpty()) {
            return nCopies(request.queries().size(), NOBODY_TO_ASK);
        }
        var coming = request.queries().stream()
                .map(it -> shared.answer(new PrometheusQuery(server.get(), deployment, it, timeout)))
                .toList();
        var answers = new ArrayList<MetricAnswer>();
        for (var answer : coming) {
            answers.add(await(answer));
        }
        return answers;
    }

    private static MetricAnswer await(Future<MetricAnswer> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking Prometheus broke", e.getCause());
        }
    }
}
