package dev.readygate.signals.fetch;

import dev.readygate.signals.fetch.Message.Protocol;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * HTTP to one given address. The library can be told the address to connect to apart from the name that goes into the
 * Host header, SNI and the check of the certificate, so what was checked is what is connected to. Each exchange has a
 * connection of its own: whether a target accepts connections is part of what is asked.
 */
final class Wire implements AutoCloseable {
    /** Who waits for a place waits in the samplers, where it costs nothing. */
    private static final int NO_POOL_LIMIT = 100_000;

    /** Apart from the operator's own event loops, which talk to the API server. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(Math.max(2, Runtime.getRuntime().availableProcessors()))
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));

    private final Map<Kind, HttpClient> clients = new ConcurrentHashMap<>();
    private final Caps caps;
    private final Trust trust;

    Wire(Caps caps, Trust trust) {
        this.caps = caps;
        this.trust = trust;
    }

    private record Kind(Protocol protocol, boolean verified) {}

    Reply send(Message message, Destination to, InetAddress address, Deadline deadline) throws InterruptedException {
        var exchange = new Exchange(message, caps.body());
        var options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, to.port())))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.tls())
                .setMethod(HttpMethod.valueOf(message.method()))
                .setURI(message.pathAndQuery())
                .setConnectTimeout(Math.max(1, deadline.nanosLeft() / 1_000_000));
        clients.computeIfAbsent(new Kind(message.protocol(), to.verified()), this::client)
                .request(options)
                .onComplete(exchange::connected);
        return exchange.await(deadline);
    }

    private HttpClient client(Kind kind) {
        var options = kind.protocol() == Protocol.Http1 ? http1() : http2();
        options.setMaxHeaderSize(caps.headers()).setForceSni(true).setVerifyHost(kind.verified());
        if (kind.verified()) {
            options.setTrustOptions(trust.options());
        } else {
            options.setTrustAll(true);
        }
        var pool = new PoolOptions().setHttp1MaxSize(NO_POOL_LIMIT).setHttp2MaxSize(NO_POOL_LIMIT);
        return vertx.createHttpClient(options, pool);
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

    @Override
    public void close() {
        vertx.close();
    }
}
