package dev.readygate.signals.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.answer.HttpAnswer;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.checks.answer.NotAsked;
import dev.readygate.checks.answer.Url;
import dev.readygate.testing.WaitLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs fetcher/corpus.tsv, which contains the expected result for each address, answer or redirect. */
class HostileCorpusTest {
    private static final String TARGET = "127.0.0.7";
    private static final String OPERATOR = "127.0.0.1";
    private static final String NOBODY = "127.0.0.8";
    private static final String API_SERVER = "10.96.0.1";

    private static ScriptedServer target;
    private static ScriptedServer operator;

    private final AtomicInteger lookups = new AtomicInteger();
    private final SafeFetcher fetcher = new SafeFetcher(
            FetchRules.allowing(
                    false,
                    List.of(Cidr.parse(TARGET), Cidr.parse(NOBODY), Cidr.parse("10.0.0.0/8")),
                    Set.of("trusted.test"),
                    Set.of(InetAddress.ofLiteral(API_SERVER), InetAddress.ofLiteral("127.0.0.9"))::contains),
            this::resolve,
            Trust.OF_THE_RUNTIME,
            Caps.DEFAULT);

    /** One allowed address, and another on the same port that must never be reached. */
    @BeforeAll
    static void serve() throws IOException {
        target = new ScriptedServer(TARGET, 0);
        operator = new ScriptedServer(OPERATOR, target.port());
        operator.answers("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
    }

    @AfterAll
    static void stop() throws IOException {
        target.close();
        operator.close();
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    record Case(String what, String url, String answer, String expected) {
        static Case of(String line) {
            var fields = line.split("\t");
            assertThat(fields).as(line).hasSize(4);
            return new Case(fields[0], fields[1], fields[2], fields[3]);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> corpus() {
        return read("/fetcher/corpus.tsv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Case::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void isDealtWith(Case given) throws InterruptedException {
        target.answers(written(given.answer()));
        assertThat(verdict(written(given.url()), timeout(given))).isEqualTo(given.expected());
        assertThat(operator.requests())
                .as("what got through to the operator's own machine")
                .isEmpty();
    }

    @Test
    void isLargeEnoughToMeanSomething() {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(corpus().map(Case::what)).doesNotHaveDuplicates();
    }

    private static String written(String text) {
        return text.replace("{port}", String.valueOf(target.port()))
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\0", "\0");
    }

    private static Duration timeout(Case given) {
        return given.expected().contains("timed out") ? Duration.ofMillis(300) : WaitLimit.LONGEST;
    }

    private String verdict(String url, Duration timeout) throws InterruptedException {
        return switch (Url.parse(url)) {
            case Url.ForbiddenUrl _ -> "not an address";
            case Url.Valid valid -> text(fetcher.fetch(Fetch.get(valid.to(), valid.pathAndQuery(), timeout)));
        };
    }

    private static String text(HttpAnswer answer) {
        return switch (answer) {
            case NotAsked not -> "refused: " + not.reason();
            case NoAnswer none -> "no answer: " + none.reason();
            case HttpAnswer.Response response -> response.status() + " " + text(response.body()) + asked();
        };
    }

    private static String text(HttpAnswer.Body body) {
        var text = body.text().length() > 40 ? body.text().length() + " characters" : "'" + body.text() + "'";
        return body.whole() ? text : text + " of more";
    }

    private static String asked() {
        int requests = target.requests().size();
        return requests == 1 ? "" : " after " + requests + " requests";
    }

    /** Names contain their address: {@code to-10-0-0-1.test}, {@code to6-fe80--1.test}. */
    private List<InetAddress> resolve(String name) throws UnknownHostException {
        return switch (name) {
            case "target.test", "trusted.test" -> addresses(TARGET);
            case "operator.test" -> addresses(OPERATOR);
            case "good-and-bad.test" -> addresses(TARGET, OPERATOR);
            case "bad-and-good.test" -> addresses(OPERATOR, TARGET);
            case "dead-then-alive.test" -> addresses(NOBODY, TARGET);
            case "turns.test" -> addresses(lookups.getAndIncrement() == 0 ? TARGET : OPERATOR);
            default -> named(name);
        };
    }

    private static List<InetAddress> named(String name) throws UnknownHostException {
        if (name.startsWith("to-")) {
            return addresses(name.substring(3, name.indexOf('.')).replace('-', '.'));
        }
        if (name.startsWith("to6-")) {
            return addresses(name.substring(4, name.indexOf('.')).replace('-', ':'));
        }
        throw new UnknownHostException(name);
    }

    private static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toList();
    }

    private static String read(String resource) {
        try (var in = HostileCorpusTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
