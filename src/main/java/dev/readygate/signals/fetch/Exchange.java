package dev.readygate.signals.fetch;

import dev.readygate.signals.fetch.Reply.Extent;
import dev.readygate.signals.fetch.Reply.Received;
import dev.readygate.signals.fetch.Reply.Silence;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.HostAndPort;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * One request and its answer on a connection of its own, which is closed when the answer is complete or no longer
 * wanted.
 */
final class Exchange {
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final long begun = System.nanoTime();
    private final Message message;
    private final HostAndPort authority;
    private final int cap;
    private Buffer body = Buffer.buffer();
    private int read;

    /** @param authority the host and port for the request, which may differ from the name in the certificate */
    Exchange(Message message, HostAndPort authority, int cap) {
        this.message = message;
        this.authority = authority;
        this.cap = cap;
    }

    Reply await(TimeBudget time) throws InterruptedException {
        try {
            return time.await(reply);
        } catch (TimeoutException e) {
            return new Silence(Failures.timedOut(time), true);
        } catch (ExecutionException e) {
            return new Silence(Failures.reason(e.getCause()), true);
        } finally {
            reply.cancel(false);
        }
    }

    void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            reply.complete(
                    new Silence(Failures.reason(connection.cause()), Failures.afterConnecting(connection.cause())));
        } else {
            send(connection.result());
        }
    }

    private void send(HttpClientRequest request) {
        reply.whenComplete((_, _) -> request.connection().close());
        if (reply.isDone()) {
            return;
        }
        request.exceptionHandler(this::fail);
        request.response(answer -> {
            if (answer.failed()) {
                fail(answer.cause());
            } else {
                read(answer.result());
            }
        });
        request.authority(authority);
        message.headers().forEach(request::putHeader);
        if (message.body().length == 0) {
            request.end();
        } else {
            request.end(Buffer.buffer(message.body()));
        }
    }

    private void fail(Throwable cause) {
        reply.complete(new Silence(Failures.reason(cause), true));
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        response.handler(chunk -> {
            int room = cap - read;
            read += chunk.length();
            if (message.keepsBody()) {
                body.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
            }
            if (chunk.length() > room) {
                received(response, false);
            }
        });
        response.endHandler(_ -> received(response, true));
    }

    private void received(HttpClientResponse response, boolean whole) {
        var extent = new Extent(whole, Duration.ofNanos(System.nanoTime() - begun));
        var trailers = whole ? map(response.trailers()) : Map.<String, String>of();
        reply.complete(new Received(response.statusCode(), map(response.headers()), trailers, body.getBytes(), extent));
    }

    private static Map<String, String> map(MultiMap headers) {
        var map = new HashMap<String, String>();
        headers.forEach((name, value) -> map.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b));
        return map;
    }
}
