package dev.readygate.signals.fetch;

import dev.readygate.signals.fetch.Message.Protocol;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** One client for each way of talking and of trusting; those of authorities nobody uses any more are let go. */
final class Clients {
    /**
     * Connections to one host at once, for all namespaces together. Who waits for a place should wait in the samplers,
     * so it is well above their limit for one namespace; but the pool makes an array of this length for each host.
     */
    private static final int MOST_TO_ONE_HOST = 128;

    private static final int MOST_CLIENTS = 100;

    /** Longer than any check may take, so that what is under way comes to its end. */
    private static final Duration UNTIL_CLOSED = Duration.ofMinutes(5);

    private final SequencedMap<Kind, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);
    private final Vertx vertx;
    private final Caps caps;
    private final TrustOptions usual;

    Clients(Vertx vertx, Caps caps, Trust trust) {
        this.vertx = vertx;
        this.caps = caps;
        this.usual = trust.options();
    }

    private record Kind(Protocol protocol, Optional<String> authorities, boolean verified) {}

    synchronized HttpClient of(Protocol protocol, TlsTerms tls) throws RefusedException {
        var kind = new Kind(protocol, tls.authorities(), tls.verified());
        var known = clients.get(kind);
        if (known != null) {
            return known;
        }
        var made = vertx.createHttpClient(options(kind), pool());
        clients.put(kind, made);
        if (clients.size() > MOST_CLIENTS) {
            var eldest = clients.pollFirstEntry().getValue();
            vertx.setTimer(UNTIL_CLOSED.toMillis(), _ -> eldest.close());
        }
        return made;
    }

    private HttpClientOptions options(Kind kind) throws RefusedException {
        var options = kind.protocol() == Protocol.Http1 ? http1() : http2();
        options.setMaxHeaderSize(caps.headers()).setVerifyHost(kind.verified());
        if (!kind.verified()) {
            return options.setTrustAll(true);
        }
        return options.setTrustOptions(
                kind.authorities().isPresent() ? Trust.onlyIn(kind.authorities().get()) : usual);
    }

    private static HttpClientOptions http1() {
        return new HttpClientOptions().setKeepAlive(false);
    }

    private static HttpClientOptions http2() {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MultiplexingLimit(1);
    }

    private static PoolOptions pool() {
        return new PoolOptions().setHttp1MaxSize(MOST_TO_ONE_HOST).setHttp2MaxSize(MOST_TO_ONE_HOST);
    }
}
