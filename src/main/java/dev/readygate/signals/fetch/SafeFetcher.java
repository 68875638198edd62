package dev.readygate.signals.fetch;

import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.GrpcAnswer;
import dev.readygate.checks.answer.HttpAnswer;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.checks.answer.NotAsked;
import dev.readygate.checks.answer.TcpAnswer;
import dev.readygate.checks.answer.TcpAnswer.Accepted;
import dev.readygate.signals.fetch.Message.Protocol;
import dev.readygate.signals.fetch.Reply.Received;
import dev.readygate.signals.fetch.Reply.Silence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/**
 * Makes every outgoing request that a policy causes. It has no credentials, proxies or cookies of its own; it
 * connects to exactly the address that it checked; it follows redirects to other paths of the same server only; it
 * bounds sizes and the time for everything together; only the caller sees the answer.
 */
public final class SafeFetcher implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;

    private final Destinations destinations;
    private final Wire wire;
    private final Caps caps;

    /** Lookups block in native code, which a virtual thread must not. */
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());

    public SafeFetcher(FetchRules rules, NameResolver resolver, Trust trust, Caps caps) {
        this.destinations = new Destinations(rules, resolver);
        this.wire = new Wire(caps, trust);
        this.caps = caps;
    }

    public HttpAnswer fetch(Fetch fetch) throws InterruptedException {
        var time = new TimeBudget(fetch.timeout());
        try {
            RequestRules.check(fetch);
            return follow(fetch, destination(fetch.to(), time), time);
        } catch (RefusedException e) {
            return new NotAsked(e.getMessage());
        }
    }

    /** Whether a connection is accepted. */
    public TcpAnswer connect(Endpoint to, Duration timeout) throws InterruptedException {
        var time = new TimeBudget(timeout);
        try {
            return connect(destination(to, time), time);
        } catch (RefusedException e) {
            return new NotAsked(e.getMessage());
        }
    }

    private TcpAnswer connect(Destination to, TimeBudget time) throws InterruptedException {
        TcpAnswer answer = new NoAnswer("no address");
        for (var address : to.addresses()) {
            var silence = wire.connect(to, address, time);
            if (silence.isEmpty()) {
                return new Accepted();
            }
            answer = new NoAnswer(silence.get().reason());
        }
        return answer;
    }

    /** Asks the gRPC health service about a service, or about the server as a whole. */
    public GrpcAnswer health(Endpoint to, String service, TlsTerms tls, Duration timeout) throws InterruptedException {
        var time = new TimeBudget(timeout);
        try {
            return switch (send(GrpcHealth.check(service, tls), destination(to, time), time)) {
                case Silence silence -> new NoAnswer(silence.reason());
                case Received answer -> GrpcHealth.read(answer);
            };
        } catch (RefusedException e) {
            return new NotAsked(e.getMessage());
        }
    }

    private HttpAnswer follow(Fetch fetch, Destination to, TimeBudget time)
            throws InterruptedException, RefusedException {
        var now = fetch;
        for (int hops = 0; ; hops++) {
            switch (send(message(now), to, time)) {
                case Silence silence -> {
                    return new NoAnswer(silence.reason());
                }
                case Received answer -> {
                    var elsewhere = Redirect.pathOf(answer, now);
                    if (elsewhere.isEmpty() || hops == MOST_REDIRECTS) {
                        return response(answer);
                    }
                    now = now.at(elsewhere.get());
                }
            }
        }
    }

    private static Message message(Fetch fetch) {
        var headers = new HashMap<>(Map.of("user-agent", "readygate", "accept", "*/*"));
        fetch.form().ifPresent(_ -> headers.put("content-type", "application/x-www-form-urlencoded"));
        headers.putAll(fetch.headers());
        var body = fetch.form().orElse("").getBytes(StandardCharsets.UTF_8);
        return new Message(
                Protocol.Http1,
                fetch.method(),
                fetch.pathAndQuery(),
                headers,
                body,
                fetch.tls(),
                fetch.wanted().body());
    }

    private Response response(Received answer) {
        return new Response(
                answer.status(),
                answer.headers(),
                BodyText.of(answer, caps.body()),
                answer.extent().elapsed());
    }

    /** Tries the addresses of a name one after another, until one accepts the connection. */
    private Reply send(Message message, Destination to, TimeBudget time) throws InterruptedException, RefusedException {
        Reply reply = new Silence("no address", false);
        for (var address : to.addresses()) {
            reply = wire.send(message, to, address, time);
            if (!(reply instanceof Silence silence) || silence.sent()) {
                return reply;
            }
        }
        return reply;
    }

    private Destination destination(Endpoint to, TimeBudget time) throws RefusedException, InterruptedException {
        if (!(to instanceof Endpoint.WrittenEndpoint)) {
            return destinations.of(to);
        }
        var lookup = lookups.submit(() -> destinations.of(to));
        try {
            return time.await(lookup);
        } catch (TimeoutException e) {
            lookup.cancel(true);
            throw new RefusedException("the name could not be looked up in time");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException("the lookup broke", e.getCause());
        }
    }

    @Override
    public void close() {
        wire.close();
        lookups.shutdownNow();
    }
}
