package dev.readygate.signals.prometheus;

import dev.readygate.checks.answer.HttpAnswer;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.checks.answer.NotAsked;
import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.MetricAnswer.InvalidQuery;
import dev.readygate.checks.metrics.MetricAnswer.NoQueryResult;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.signals.fetch.Caps;
import dev.readygate.signals.fetch.Fetch;
import dev.readygate.signals.fetch.Fetch.AnswerNeeds;
import dev.readygate.signals.fetch.FetchRules;
import dev.readygate.signals.fetch.NameResolver;
import dev.readygate.signals.fetch.SafeFetcher;
import dev.readygate.signals.fetch.TlsTerms;
import dev.readygate.signals.fetch.Trust;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** A client of the Prometheus query API: instant and range queries. */
public final class PrometheusClient implements AutoCloseable {
    /** Some ten thousand Deployments in one answer. */
    private static final Caps CAPS = new Caps(4 << 20, 16 << 10);

    /** All queries run at the same moments; long answers read all at once would not fit into memory. */
    private final Semaphore reading = new Semaphore(2);

    private final Installation installation;
    private final SafeFetcher fetcher;
    private final InstantSource clock;

    public PrometheusClient(Installation installation, SafeFetcher fetcher, InstantSource clock) {
        this.installation = installation;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Has connections of its own: its hosts are trusted, and its answers are long. */
    public static PrometheusClient of(Installation installation, InstantSource clock) {
        var rules = FetchRules.allowing(false, List.of(), installation.hosts(), _ -> false);
        var fetcher = new SafeFetcher(rules, NameResolver.SYSTEM, Trust.OF_THE_RUNTIME, CAPS);
        return new PrometheusClient(installation, fetcher, clock);
    }

    Optional<Server> server(String namespace) {
        return installation.of(namespace);
    }

    MetricAnswer ask(Server server, String query, Span span, Duration timeout) throws InterruptedException {
        try {
            return answer(fetcher.fetch(fetch(server, query, span, timeout)));
        } catch (IOException e) {
            return new InvalidQuery("the credentials for Prometheus cannot be read");
        }
    }

    private Fetch fetch(Server server, String query, Span span, Duration timeout) throws IOException {
        var headers = new LinkedHashMap<>(installation.headers(server));
        installation.credentials().authorization(server).ifPresent(it -> headers.put("Authorization", it));
        var tls = new TlsTerms(
                Optional.empty(), installation.credentials().authorities(server), true, server.namespace());
        return new Fetch(
                server.at(),
                "POST",
                server.path() + path(span),
                headers,
                Optional.of(form(query, span, timeout)),
                AnswerNeeds.ALL,
                tls,
                timeout);
    }

    private static String path(Span span) {
        return switch (span) {
            case Span.Now now -> "/api/v1/query";
            case Span.Over over -> "/api/v1/query_range";
        };
    }

    private String form(String query, Span span, Duration timeout) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("query", query);
        fields.put("timeout", seconds(timeout));
        fields.putAll(when(span, clock.instant()));
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Newer versions look back no further than lookback_delta; older ones ignore the field and look back 5 minutes. */
    private static Map<String, String> when(Span span, Instant now) {
        return switch (span) {
            case Span.Now it -> Map.of("time", seconds(now), "lookback_delta", seconds(it.maxAge()));
            case Span.Over it ->
                Map.of(
                        "start", seconds(now.minus(it.window()).plus(it.step())),
                        "end", seconds(now),
                        "step", seconds(it.step()));
        };
    }

    private static String seconds(Instant at) {
        return "%d.%03d".formatted(at.getEpochSecond(), at.getNano() / 1_000_000);
    }

    private static String seconds(Duration span) {
        return "%d.%03d".formatted(span.toSeconds(), span.toMillisPart());
    }

    private MetricAnswer answer(HttpAnswer answer) throws InterruptedException {
        return switch (answer) {
            case NoAnswer none -> new NoQueryResult("Prometheus gave no answer: " + none.reason());
            case NotAsked not -> new NoQueryResult("Prometheus could not be asked: " + not.reason());
            case HttpAnswer.Response response -> read(response);
        };
    }

    private MetricAnswer read(HttpAnswer.Response response) throws InterruptedException {
        reading.acquire();
        try {
            return AnswerReader.read(response);
        } finally {
            reading.release();
        }
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
