package dev.readygate.signals.fetch;

import dev.readygate.signals.fetch.Message.Protocol;
import dev.readygate.signals.fetch.Reply.Silence;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * HTTP to one given address. The library takes the address to connect to apart from the name for the Host header,
 * SNI and the certificate, so it connects to the checked address. Each exchange has a connection of its own:
 * whether a target accepts connections is part of the check.
 */
final class Wire implements AutoCloseable {
    /** Separate from the operator's own event loops, which talk to the API server. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(Math.max(2, Runtime.getRuntime().availableProcessors()))
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));

    private final NetClient plain = vertx.createNetClient();
    private final Clients clients;
    private final Caps caps;

    Wire(Caps caps, Trust trust) {
        this.caps = caps;
        this.clients = new Clients(vertx, caps, trust);
    }

    Reply send(Message message, Destination to, InetAddress address, TimeBudget time)
            throws InterruptedException, RefusedException {
        int cap = message.protocol() == Protocol.Http2 ? Math.min(GrpcHealth.LONGEST, caps.body()) : caps.body();
        var exchange = new Exchange(message, HostAndPort.create(to.host(), to.port()), cap);
        var options = new RequestOptions()
                .setServer(at(address, to))
                .setHost(message.tls().serverName().orElse(to.host()))
                .setPort(to.port())
                .setSsl(to.tls())
                .setMethod(HttpMethod.valueOf(message.method()))
                .setURI(message.pathAndQuery())
                .setConnectTimeout(Math.max(1, time.left().toMillis()));
        clients.of(message.protocol(), message.tls()).request(options).onComplete(exchange::connected);
        return exchange.await(time);
    }

    /** Connects and disconnects. */
    Optional<Silence> connect(Destination to, InetAddress address, TimeBudget time) throws InterruptedException {
        var connected = new CompletableFuture<Void>();
        plain.connect(at(address, to))
                .onSuccess(socket -> {
                    connected.complete(null);
                    socket.close();
                })
                .onFailure(connected::completeExceptionally);
        try {
            time.await(connected);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of(new Silence(Failures.timedOut(time), true));
        } catch (ExecutionException e) {
            return Optional.of(new Silence(Failures.reason(e.getCause()), false));
        }
    }

    private static SocketAddress at(InetAddress address, Destination to) {
        return SocketAddress.inetSocketAddress(new InetSocketAddress(address, to.port()));
    }

    @Override
    public void close() {
        vertx.close();
    }
}
