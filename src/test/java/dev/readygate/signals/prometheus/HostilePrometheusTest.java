package dev.readygate.signals.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.MetricAnswer.NoQueryResult;
import dev.readygate.checks.metrics.MetricAnswer.QueryResult;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.signals.fetch.TestCertificate;
import dev.readygate.testing.WaitLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePrometheusTest {
    private static final String SECRET = "hunter2";
    private static final Duration PATIENT = WaitLimit.LONGEST;

    private StubPrometheus stub;
    private PrometheusClient client;

    @BeforeEach
    void start() throws IOException {
        stub = new StubPrometheus();
        client = PrometheusClient.of(Installation.at(stub.address()), InstantSource.system());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private MetricAnswer ask() throws InterruptedException {
        return ask(client, PATIENT);
    }

    private static MetricAnswer ask(PrometheusClient client, Duration timeout) throws InterruptedException {
        return client.ask(client.server("shop").orElseThrow(), "up", new Span.Now(Duration.ofMinutes(5)), timeout);
    }

    @Test
    void readsAnHonestAnswer() throws Exception {
        stub.gives(query -> """
                [{"metric":{"pod":"a"},"value":[1.5,"2"]},{"metric":{},"value":[1.5,"NaN"]}]""");

        var series = ((QueryResult) ask()).series();

        assertThat(series.getFirst().labels()).containsEntry("pod", "a");
        assertThat(series.getFirst().points().getFirst().value()).isEqualTo(2);
        assertThat(series.get(1).points().getFirst().value()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>hunter2</html>",
                "hunter2",
                "{",
                "{}",
                "[]",
                "null",
                "{\"status\":\"success\"}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":{}}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"hunter2\",\"result\":[]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{}}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[1,\"hunter2\"]}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[\"1\",\"1\"]}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},\"warnings\":[\"hunter2\"]}",
                "{\"status\":\"success\",\"isPartial\":true,\"data\":{\"resultType\":\"vector\",\"result\":[]}}"
            })
    void anIncompleteAnswerIsNoAnswer(String body) throws Exception {
        stub.says(200, body);

        assertThat(ask())
                .isInstanceOfSatisfying(
                        NoQueryResult.class, it -> assertThat(it.why()).doesNotContain(SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad_data, InvalidQuery",
        "422, execution, InvalidQuery",
        "503, timeout, NoQueryResult",
        "500, internal, NoQueryResult",
        "401, hunter2, InvalidQuery",
        "404, hunter2, InvalidQuery",
        "302, hunter2, NoQueryResult",
        "500, hunter2, NoQueryResult"
    })
    void anErrorIsToldInOurWords(int status, String type, String kind) throws Exception {
        stub.says(status, "{\"status\":\"error\",\"errorType\":\"%s\",\"error\":\"hunter2\"}".formatted(type));

        var answer = ask();

        assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(answer.toString()).doesNotContain(SECRET);
    }

    @Test
    void aMillionSeriesAreNotRead() throws Exception {
        stub.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            millionSeries(exchange);
        });

        assertThat(ask())
                .isInstanceOfSatisfying(
                        NoQueryResult.class, it -> assertThat(it.why()).contains("larger"));
    }

    private static void millionSeries(HttpExchange exchange) {
        var one =
                "{\"metric\":{\"pod\":\"a\"},\"value\":[1,\"1\"]},".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try {
            exchange.getResponseBody()
                    .write("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[".getBytes());
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(one);
            }
        } catch (IOException hungUp) {
            // The test expects this of the client.
        }
    }

    @Test
    void aSmallAnswerThatUnpacksToAHugeOneIsNotRead() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[64 << 20]);
        }
        stub.does(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });

        assertThat(ask()).isInstanceOf(NoQueryResult.class);
    }

    @Test
    void oneThatHangsIsGivenUp() throws Exception {
        var end = new CountDownLatch(1);
        stub.does(exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(ask(client, Duration.ofMillis(200))).isInstanceOf(NoQueryResult.class);
        end.countDown();
    }

    @Test
    void aMissingServerIsNoAnswer() throws Exception {
        stub.close();

        assertThat(ask()).isInstanceOf(NoQueryResult.class);
    }

    @Test
    void credentialsAreReadAnewForEachRequest(@TempDir Path folder) throws Exception {
        var installation = new Installation.Builder(
                        stub.address(),
                        Optional.of("bank=http://prometheus.bank.svc:9090"),
                        Optional.of("X-Scope-OrgID: shop"),
                        new Credentials(Optional.of(folder)))
                .build();
        try (var careful = PrometheusClient.of(installation, InstantSource.system())) {
            Files.writeString(folder.resolve("username"), "me");
            Files.writeString(folder.resolve("password"), SECRET);
            ask(careful, PATIENT);
            Files.writeString(folder.resolve("token"), "t0ken\n");
            ask(careful, PATIENT);

            assertThat(stub.authorizations()).containsExactly("Basic bWU6aHVudGVyMg==", "Bearer t0ken");
            assertThat(careful.server("bank").orElseThrow().at().host()).isEqualTo("prometheus.bank.svc");
        }
    }

    @Test
    void oneWithAnotherCertificateIsNotTold(@TempDir Path folder) throws Exception {
        var own = TestCertificate.of("ip:127.0.0.1");
        var stranger = TestCertificate.of("ip:127.0.0.1");
        try (var secure = StubPrometheus.overTls(own.server()).gives(query -> "[]")) {
            var credentials = new Credentials(Optional.of(folder));
            var installation =
                    new Installation.Builder(secure.address(), Optional.empty(), Optional.empty(), credentials).build();
            try (var careful = PrometheusClient.of(installation, InstantSource.system())) {
                Files.writeString(folder.resolve("token"), SECRET);
                Files.writeString(folder.resolve("ca.crt"), stranger.pem());
                assertThat(ask(careful, PATIENT)).isInstanceOf(NoQueryResult.class);
                assertThat(secure.authorizations()).isEmpty();

                Files.writeString(folder.resolve("ca.crt"), own.pem());
                assertThat(ask(careful, PATIENT)).isInstanceOf(QueryResult.class);
            }
        }
    }
}
