package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.checks.Request.Grpc;
import dev.readygate.checks.Request.Http;
import dev.readygate.checks.Request.Job;
import dev.readygate.checks.Request.Metrics;
import dev.readygate.checks.Request.Tcp;
import dev.readygate.checks.answer.GrpcAnswer;
import dev.readygate.checks.answer.HttpAnswer;
import dev.readygate.checks.answer.NotAsked;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.signals.fetch.Fetch;
import dev.readygate.signals.fetch.SafeFetcher;
import dev.readygate.signals.prometheus.MetricProber;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Sends each kind of request over its protocol. */
public final class Probers implements Prober {
    private final SafeFetcher fetcher;
    private final Kubernetes kubernetes;
    private final MetricProber metrics;
    private final InstantSource clock;

    public Probers(SafeFetcher fetcher, Kubernetes kubernetes, MetricProber metrics, InstantSource clock) {
        this.fetcher = fetcher;
        this.metrics = metrics;
        this.kubernetes = kubernetes;
        this.clock = clock;
    }

    /** Requests that only the API server can answer. */
    public record Kubernetes(Secrets secrets, Jobs jobs) {}

    @Override
    public Answered ask(DeploymentRef deployment, Ask ask) throws InterruptedException {
        var timeout = ask.pace().timeout();
        var resolver = new SecretResolver(kubernetes.secrets(), deployment.namespace(), timeout);
        return switch (ask.request()) {
            case Http request -> answered(request, ask(request, resolver, timeout));
            case Tcp request ->
                Answered.with(fetcher.connect(request.to(), timeout).judge(clock.instant()));
            case Grpc request -> Answered.with(ask(request, resolver, timeout).judge(clock.instant()));
            case Job request ->
                Answered.with(
                        request.judge(kubernetes.jobs().look(deployment.namespace(), request.run()), clock.instant()));
            case Metrics request -> Answered.with(metrics.ask(deployment, request, timeout));
        };
    }

    private Answered answered(Http request, HttpAnswer answer) {
        var at = clock.instant();
        var expectation = request.expectation();
        return new Answered(expectation.isCostly(), () -> expectation.judge(answer, at));
    }

    private HttpAnswer ask(Http request, SecretResolver resolver, Duration timeout) throws InterruptedException {
        try {
            return fetcher.fetch(new Fetch(
                    request.to(),
                    request.method().name(),
                    request.pathAndQuery(),
                    resolver.headers(request.headers()),
                    Optional.empty(),
                    new Fetch.AnswerNeeds(
                            request.expectation().status()::contain,
                            request.expectation().readsBody()),
                    resolver.terms(request.tls()),
                    timeout));
        } catch (SecretResolver.WithheldException e) {
            return new NotAsked(e.getMessage());
        }
    }

    private GrpcAnswer ask(Grpc request, SecretResolver resolver, Duration timeout) throws InterruptedException {
        try {
            return fetcher.health(request.to(), request.service(), resolver.terms(request.tls()), timeout);
        } catch (SecretResolver.WithheldException e) {
            return new NotAsked(e.getMessage());
        }
    }
}
