package dev.readygate.signals;

import dev.readygate.checks.HttpAnswer;
import dev.readygate.checks.HttpAnswer.NotAsked;
import dev.readygate.checks.Request;
import dev.readygate.signals.fetch.Fetch;
import dev.readygate.signals.fetch.SafeFetcher;
import java.time.Duration;
import java.util.Optional;

/** HTTP checks. */
final class HttpProber {
    private final SafeFetcher fetcher;
    private final Secrets secrets;

    HttpProber(SafeFetcher fetcher, Secrets secrets) {
        this.fetcher = fetcher;
        this.secrets = secrets;
    }

    HttpAnswer ask(String namespace, Request.Http request, Duration timeout) throws InterruptedException {
        var kept = new Kept(secrets, namespace);
        try {
            return fetcher.fetch(new Fetch(
                    request.to(),
                    request.method().name(),
                    request.pathAndQuery(),
                    kept.headers(request.headers()),
                    Optional.empty(),
                    request.expectation().status()::contain,
                    kept.terms(request.tls()),
                    timeout));
        } catch (Kept.MissingException e) {
            return new NotAsked(e.getMessage());
        }
    }
}
