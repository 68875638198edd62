package dev.readygate.signals;

import static dev.readygate.signals.Asks.CART;
import static dev.readygate.signals.Asks.healthOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Request.Header;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.Tls.KeptIn;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import dev.readygate.facts.SecretValue;
import dev.readygate.signals.fetch.Caps;
import dev.readygate.signals.fetch.FetchRules;
import dev.readygate.signals.fetch.NameResolver;
import dev.readygate.signals.fetch.SafeFetcher;
import dev.readygate.signals.fetch.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProbesTest {
    private final SafeFetcher fetcher =
            new SafeFetcher(FetchRules.STRICT, NameResolver.SYSTEM, Trust.OF_THE_RUNTIME, Caps.DEFAULT);
    private final Map<String, String> secrets = Map.of("shop/token/value", "Bearer s3cret");
    private final Probers probers = new Probers(
            fetcher,
            new Probers.Kubernetes(this::secret, (_, _) -> null),
            Asks.noPrometheus(fetcher),
            InstantSource.system());
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/health", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        fetcher.close();
    }

    @Test
    void aPodThatAnswersPasses() throws Exception {
        var sample = ask("/health");
        assertThat(sample.outcome()).isEqualTo(Outcome.Pass);
        assertThat(sample.value()).isEqualTo("200");
    }

    @Test
    void anotherStatusFails() throws Exception {
        assertThat(ask("/nowhere").value()).isEqualTo("404");
    }

    @Test
    void aPodThatRefusesTheConnectionFails() throws Exception {
        server.stop(0);
        var sample = ask("/health");
        assertThat(sample.outcome()).isEqualTo(Outcome.Fail);
        assertThat(sample.message()).isEqualTo("no answer: connection refused");
    }

    @Test
    void aHeaderCanComeFromASecretOfTheNamespace() throws Exception {
        ask("/health", new Header.FromSecret("Authorization", new KeptIn("token", "value")));
        assertThat(authorizations).containsExactly("Bearer s3cret");
    }

    @Test
    void aSecretThatIsReadTooSlowlyIsNotTheTargetsFault() throws Exception {
        var slow = new CountDownLatch(1);
        var patient = new Probers(
                fetcher,
                new Probers.Kubernetes(
                        (_, _, _) -> {
                            awaitFor(slow, Duration.ofSeconds(1));
                            return new SecretValue.SecretText("Bearer s3cret");
                        },
                        (_, _) -> null),
                Asks.noPrometheus(fetcher),
                InstantSource.system());
        var hurried = Duration.ofMillis(500);
        var sample = patient.ask(
                        CART, ask(hurried, new Header.FromSecret("Authorization", new KeptIn("token", "value"))))
                .judged()
                .get();
        assertThat(sample.outcome()).isEqualTo(Outcome.Error);
        assertThat(sample.message()).isEqualTo("the Secret token could not be read in time; trying again");
        assertThat(authorizations).isEmpty();
    }

    private static void awaitFor(CountDownLatch never, Duration time) {
        try {
            assertThat(never.await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMissingSecretIsAnErrorAndNothingIsSent() throws Exception {
        var sample = ask("/health", new Header.FromSecret("Authorization", new KeptIn("token", "other")));
        assertThat(sample.outcome()).isEqualTo(Outcome.Error);
        assertThat(sample.message()).isEqualTo("the Secret token has no key other");
        assertThat(authorizations).isEmpty();
    }

    private Ask ask(Duration timeout, Header header) {
        var asks = healthOf("a")
                .within(timeout)
                .at(new Endpoint.OfPod("http", "127.0.0.1", server.getAddress().getPort()));
        var plain = asks.build();
        return new Ask(plain.question(), plain.pace(), plain.patience(), asks.http("/health", header));
    }

    private Sample ask(String path, Header... headers) throws InterruptedException {
        var asks = healthOf("a")
                .at(new Endpoint.OfPod("http", "127.0.0.1", server.getAddress().getPort()));
        var plain = asks.build();
        var ask = new Ask(plain.question(), plain.pace(), plain.patience(), asks.http(path, headers));
        return probers.ask(CART, ask).judged().get();
    }

    private SecretValue secret(String namespace, String name, String key) {
        var value = secrets.get(namespace + "/" + name + "/" + key);
        return value == null
                ? new SecretValue.Withheld("the Secret %s has no key %s".formatted(name, key))
                : new SecretValue.SecretText(value);
    }
}
