package dev.readygate.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that is no pod, at an address that the tests' installation allows. It records the Authorization headers
 * of requests.
 */
public final class Outside implements AutoCloseable {
    static final String NETWORK = "127.0.99.0/24";

    private final HttpServer server;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Map<Integer, Instant> first = new ConcurrentHashMap<>();
    private volatile int status = 200;

    public Outside() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.99.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .ifPresent(authorizations::add);
            int answer = status;
            exchange.sendResponseHeaders(answer, -1);
            first.putIfAbsent(answer, Instant.now());
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.99.1:" + server.getAddress().getPort() + "/up";
    }

    public void answers(int newStatus) {
        status = newStatus;
    }

    /** The time of the first answer with this status. */
    public Instant firstAnswer(int answer) {
        return first.get(answer);
    }

    public boolean wasShown(String authorization) {
        return authorizations.contains(authorization);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
