package dev.readygate.signals.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** Answers queries as a test configures, and records them. */
public final class StubPrometheus implements AutoCloseable {
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final String scheme;
    private volatile Handler handler = it -> respond(it, 200, "");

    public interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    public StubPrometheus() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0), "http");
    }

    static StubPrometheus overTls(SSLContext context) throws IOException {
        var https = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        return new StubPrometheus(https, "https");
    }

    private StubPrometheus(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        queries.add(field(form, "query"));
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.setAttribute("query", field(form, "query"));
        handler.handle(exchange);
        exchange.close();
    }

    private static String field(String form, String name) {
        var found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(form);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    StubPrometheus does(Handler what) {
        handler = what;
        return this;
    }

    StubPrometheus says(int status, String body) {
        return does(it -> respond(it, status, body));
    }

    /** The result of each query, as JSON. */
    public StubPrometheus gives(UnaryOperator<String> result) {
        return does(it -> respond(it, 200, """
                {"status":"success","data":{"resultType":"vector","result":%s}}
                """.formatted(result.apply((String) it.getAttribute("query")))));
    }

    static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public List<String> queries() {
        return List.copyOf(queries);
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    public Optional<String> address() {
        return Optional.of(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/prom/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
