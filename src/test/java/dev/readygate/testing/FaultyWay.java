package dev.readygate.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A proxy from the operator to the real API server. The first writes of each kind in a namespace meet the fault set
 * for that namespace, and one write the trap that is set there. It passes all other requests unchanged, watches
 * too.
 */
public final class FaultyWay implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 500;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final HttpServer server;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> met = new ConcurrentHashMap<>();
    private final Map<String, Queue<Instant>> faultTimes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> writes = new ConcurrentHashMap<>();
    private final Map<String, Trap> traps = new ConcurrentHashMap<>();
    private final Set<Tunnel> tunnels = ConcurrentHashMap.newKeySet();
    private final int times;

    private FaultyWay(URI to, int times) {
        this.times = times;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(to.getHost())
                        .setDefaultPort(to.getPort())
                        .setSsl(true)
                        .setTrustAll(true)
                        .setVerifyHost(false)
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::handle);
    }

    /** @param times how many writes of each kind meet the fault */
    static FaultyWay to(String apiServer, int times) {
        var way = new FaultyWay(URI.create(apiServer), times);
        way.server.listen().toCompletionStage().toCompletableFuture().join();
        return way;
    }

    /** A kubeconfig for the same cluster through this proxy. */
    Path kubeconfig(Path straight) {
        try {
            var address = "server: http://127.0.0.1:" + server.actualPort();
            return Files.writeString(
                    straight.resolveSibling("faulty.kubeconfig"),
                    Files.readString(straight)
                            .replaceAll("server: .*", address)
                            .replaceAll("certificate-authority-data: .*", "insecure-skip-tls-verify: true"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a namespace that has had no fault yet. */
    public void lay(Namespace where, Fault fault) {
        faults.put(where.name(), fault);
    }

    /**
     * An event at one write of a namespace.
     *
     * @param write which one, the first is 1
     */
    public record Trap(int write, Moment moment, Runnable sprung) {}

    public enum Moment {
        /** The write is never carried out. */
        Instead,
        /** The write is carried out after the event. */
        Before,
        /** The write is carried out, and its answer is lost. */
        After
    }

    /** For a namespace without a write yet. */
    public void set(Namespace where, Trap trap) {
        traps.put(where.name(), trap);
    }

    public int writesIn(Namespace where) {
        return writes.getOrDefault(where.name(), new AtomicInteger()).get();
    }

    /** How many kinds of writes met the fault: one cell each. */
    public int cellsIn(Namespace where) {
        return (int) met.keySet().stream()
                .filter(it -> it.startsWith(where.name() + " "))
                .count();
    }

    /** The times of the faults. */
    Stream<Instant> faultsIn(String namespace) {
        return faultTimes.getOrDefault(namespace, new ConcurrentLinkedQueue<>()).stream();
    }

    private void handle(HttpServerRequest request) {
        var write = ApiRequest.of(request.method().name(), request.path()).filter(ApiRequest::isWrite);
        var trap = write.flatMap(this::trap);
        var fault = write.map(it -> faults.get(it.namespace()))
                .filter(it -> it.meets(write.get().resource()));
        if (trap.isPresent()) {
            spring(trap.get(), request);
        } else if (fault.isPresent() && isEarly(write.get())) {
            faultTimes
                    .computeIfAbsent(write.get().namespace(), _ -> new ConcurrentLinkedQueue<>())
                    .add(Instant.now());
            meet(fault.get(), request);
        } else {
            pass(request, FaultyWay::whole);
        }
    }

    private Optional<Trap> trap(ApiRequest write) {
        int number = writes.computeIfAbsent(write.namespace(), _ -> new AtomicInteger())
                .incrementAndGet();
        return Optional.ofNullable(traps.get(write.namespace())).filter(it -> it.write() == number);
    }

    private void spring(Trap trap, HttpServerRequest request) {
        request.pause();
        switch (trap.moment()) {
            case Instead -> aside(trap.sprung());
            case Before -> aside(trap.sprung()).onComplete(_ -> pass(request, FaultyWay::whole));
            case After -> pass(request, (_, answer) -> answer.body().compose(_ -> aside(trap.sprung())));
        }
    }

    private Future<Void> aside(Runnable what) {
        return vertx.executeBlocking(
                () -> {
                    what.run();
                    return null;
                },
                false);
    }

    private boolean isEarly(ApiRequest write) {
        var kind = "%s %s %s".formatted(write.namespace(), write.verb(), write.resource());
        return met.computeIfAbsent(kind, _ -> new AtomicInteger()).incrementAndGet() <= times;
    }

    private void meet(Fault fault, HttpServerRequest request) {
        switch (fault) {
            case Fault.ErrorAnswer answer ->
                request.body().onSuccess(_ -> {
                    var response = request.response()
                            .setStatusCode(answer.code())
                            .putHeader("Content-Type", "application/json");
                    answer.headers().forEach(response::putHeader);
                    response.end(answer.status());
                });
            case Fault.Reset _ -> request.connection().close();
            case Fault.Hang _ -> request.pause();
            case Fault.PassedOn passing ->
                pass(
                        request,
                        switch (passing) {
                            case Whole -> FaultyWay::whole;
                            case Half -> (to, answer) -> answer.body().compose(body -> half(to, answer, body));
                            case Lost ->
                                (to, answer) -> answer.body()
                                        .compose(_ -> to.connection().close());
                        });
        }
    }

    /** How an answer is returned, if it is. */
    private interface Return {
        Future<Void> of(HttpServerRequest request, HttpClientResponse answer);
    }

    private void pass(HttpServerRequest request, Return back) {
        boolean upgrade = request.getHeader("Upgrade") != null;
        request.pause();
        client.request(new RequestOptions().setMethod(request.method()).setURI(request.uri()))
                .compose(onward -> {
                    request.headers().forEach(it -> onward.putHeader(it.getKey(), it.getValue()));
                    onward.putHeader("Host", "127.0.0.1");
                    return upgrade ? upgraded(request, onward) : sent(request, onward, back);
                })
                .onFailure(_ -> request.connection().close());
    }

    private static Future<Void> sent(HttpServerRequest request, HttpClientRequest onward, Return back) {
        request.response().exceptionHandler(_ -> onward.reset());
        return onward.send(request).compose(answer -> back.of(request, answer));
    }

    private static Future<Void> whole(HttpServerRequest request, HttpClientResponse answer) {
        var response = request.response().setStatusCode(answer.statusCode());
        answer.headers().forEach(it -> response.putHeader(it.getKey(), it.getValue()));
        return response.send(answer);
    }

    private static Future<Void> half(HttpServerRequest request, HttpClientResponse answer, Buffer body) {
        var response = request.response().setStatusCode(answer.statusCode());
        answer.headers().forEach(it -> response.putHeader(it.getKey(), it.getValue()));
        response.headers().remove("Transfer-Encoding").set("Content-Length", String.valueOf(body.length()));
        return response.write(body.slice(0, body.length() / 2))
                .compose(_ -> request.connection().close());
    }

    private Future<Void> upgraded(HttpServerRequest request, HttpClientRequest onward) {
        return onward.connect().compose(answer -> {
            if (answer.statusCode() != 101) {
                request.resume();
                return whole(request, answer);
            }
            request.response().setStatusCode(101);
            answer.headers().forEach(it -> request.response().putHeader(it.getKey(), it.getValue()));
            return request.toNetSocket().compose(near -> {
                tunnels.add(Tunnel.between(kind(request), near, answer.netSocket()));
                return Future.succeededFuture();
            });
        });
    }

    private static String kind(HttpServerRequest request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    /** Stops the current watches of such a resource, without closing their connections. */
    public void freeze(String resource) {
        tunnels.stream().filter(it -> it.isOf(resource)).forEach(Tunnel::freeze);
    }

    /** Delivers all delayed events at once. */
    public void thaw(String resource) {
        tunnels.stream().filter(it -> it.isOf(resource)).forEach(Tunnel::thaw);
    }

    /** Ends the watches of such a resource; delayed events are never delivered. */
    public void lose(String resource) {
        tunnels.stream().filter(it -> it.isOf(resource)).forEach(Tunnel::lose);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
