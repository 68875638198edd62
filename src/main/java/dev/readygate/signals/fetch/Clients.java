package dev.readygate.signals.fetch;

import dev.readygate.signals.fetch.Message.Protocol;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One client for each protocol and set of trusted authorities; clients that are no longer used are closed. A
 * namespace has a few, so that no namespace can fill the operator's memory with them.
 */
final class Clients {
    /**
     * Connections to one host at once, for all namespaces together. Samples should wait in the samplers, so this is
     * well above their limit for one namespace; but the pool allocates an array of this length for each host.
     */
    private static final int MOST_TO_ONE_HOST = 128;

    private static final int MOST_OF_A_NAMESPACE = 8;

    private static final int MOST_CLIENTS = 200;

    /** Longer than any check may take, so that requests under way end before. */
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(90);

    private final SequencedMap<ClientKey, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> closing = new HashMap<>();
    private final Vertx vertx;
    private final Caps caps;
    private final TrustOptions usual;

    Clients(Vertx vertx, Caps caps, Trust trust) {
        this.vertx = vertx;
        this.caps = caps;
        this.usual = trust.options();
    }

    /** @param whose the namespace that names authorities of its own, otherwise empty */
    private record ClientKey(Protocol protocol, Optional<String> authorities, boolean verified, String whose) {
        static ClientKey of(Protocol protocol, TlsTerms tls) {
            var whose = tls.authorities().isPresent() ? tls.whose() : "";
            return new ClientKey(protocol, tls.authorities(), tls.verified(), whose);
        }
    }

    synchronized HttpClient of(Protocol protocol, TlsTerms tls) throws RefusedException {
        var kind = ClientKey.of(protocol, tls);
        var known = clients.get(kind);
        if (known != null) {
            return known;
        }
        makeRoom(kind);
        var made = vertx.createHttpClient(options(kind), pool());
        clients.put(kind, made);
        return made;
    }

    /** Closes the least recently used client, of the same namespace or of all; it counts until it is closed. */
    private void makeRoom(ClientKey kind) throws RefusedException {
        var ofTheSame = clients.keySet().stream()
                .filter(it -> it.whose().equals(kind.whose()))
                .toList();
        boolean tooManyOfOne = !kind.whose().isEmpty() && ofTheSame.size() >= MOST_OF_A_NAMESPACE;
        if (!tooManyOfOne && clients.size() < MOST_CLIENTS) {
            return;
        }
        if (closing.getOrDefault(kind.whose(), 0) >= MOST_OF_A_NAMESPACE) {
            throw new RefusedException("checks of this namespace trust more than %d different sets of authorities"
                    .formatted(MOST_OF_A_NAMESPACE));
        }
        var leaves = tooManyOfOne ? ofTheSame.getFirst() : clients.firstEntry().getKey();
        close(leaves.whose(), clients.remove(leaves));
    }

    private void close(String whose, HttpClient client) {
        closing.merge(whose, 1, Integer::sum);
        vertx.setTimer(UNTIL_CLOSED.toMillis(), _ -> {
            client.close();
            closed(whose);
        });
    }

    private synchronized void closed(String whose) {
        closing.computeIfPresent(whose, (_, count) -> count == 1 ? null : count - 1);
    }

    private HttpClientOptions options(ClientKey kind) throws RefusedException {
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
