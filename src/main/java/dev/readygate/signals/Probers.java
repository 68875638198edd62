package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.checks.Request;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Sample;
import dev.readygate.signals.fetch.SafeFetcher;
import java.time.InstantSource;

/** Sends each kind of request in its own way. */
public final class Probers implements Prober {
    private final HttpProber http;
    private final InstantSource clock;

    public Probers(SafeFetcher fetcher, Secrets secrets, InstantSource clock) {
        this.http = new HttpProber(fetcher, secrets);
        this.clock = clock;
    }

    @Override
    public Sample ask(DeploymentRef asker, Ask ask) throws InterruptedException {
        var timeout = ask.pace().timeout();
        return switch (ask.request()) {
            case Request.Http request -> {
                var answer = http.ask(asker.namespace(), request, timeout);
                yield request.expectation().judge(answer, clock.instant());
            }
        };
    }
}
