package dev.readygate.signals.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.HttpAnswer;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.checks.answer.NotAsked;
import dev.readygate.signals.fetch.Fetch.AnswerNeeds;
import dev.readygate.testing.WaitLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFetcherTest {
    private static final Duration LONG = WaitLimit.LONGEST;

    private SafeFetcher fetcher = fetcher(FetchRules.STRICT, NameResolver.SYSTEM);
    private ScriptedServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new ScriptedServer("127.0.0.7", 0);
        server.answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-One: a\r\nX-One: b\r\n\r\nok");
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    @Test
    void aPodIsAskedAtItsAddressWithAnyRulesForUrls() throws Exception {
        var answer = (Response) fetcher.fetch(Fetch.get(pod(), "/health", LONG));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text()).isEqualTo("ok");
        assertThat(answer.headers()).containsEntry("x-one", "a, b");
        assertThat(answer.elapsed()).isBetween(Duration.ofNanos(1), LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "169.254.169.254, a metadata service is never a pod's or a Service's",
        "0.0.0.0, an unspecified address is never a pod's or a Service's",
        "224.0.0.1, a multicast address is never a pod's or a Service's",
        "255.255.255.255, a broadcast address is never a pod's or a Service's",
        "fe80::1, a link-local address is never a pod's or a Service's",
        "64:ff9b::7f00:1, an IPv6 address that embeds an IPv4 address is never a pod's or a Service's",
        "target.test, 'pods and Services are asked at their address, not by a name'",
        "127.1, 'pods and Services are asked at their address, not by a name'"
    })
    void noPodCanHaveSuchAnAddress(String host, String why) throws Exception {
        var answer = fetcher.fetch(Fetch.get(new Endpoint.OfPod("http", host, 80), "/", LONG));
        assertThat(answer).isEqualTo(new NotAsked(why));
    }

    @Test
    void nothingUnrequestedIsSent() throws Exception {
        fetcher.fetch(Fetch.get(pod(), "/health?a=b", LONG));
        assertThat(server.requests().getFirst().lines().map(String::toLowerCase))
                .containsExactlyInAnyOrder(
                        "get /health?a=b http/1.1",
                        "host: 127.0.0.7:" + server.port(),
                        "accept: */*",
                        "user-agent: readygate",
                        "connection: close");
    }

    @Test
    void aFormIsPosted() throws Exception {
        fetcher.fetch(Fetch.get(pod(), "/query", LONG).posting("query=up"));
        assertThat(server.requests().getFirst())
                .startsWith("POST /query HTTP/1.1")
                .containsIgnoringCase("content-type: application/x-www-form-urlencoded")
                .containsIgnoringCase("content-length: 8");
    }

    @Test
    void theHostHeaderCanBeChosen() throws Exception {
        fetcher.fetch(Fetch.get(pod(), "/", LONG).with(Map.of("Host", "shop.example")));
        assertThat(server.requests().getFirst())
                .containsIgnoringCase("host: shop.example\n")
                .doesNotContain("127.0.0.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "content-length",
                "Transfer-Encoding",
                "Upgrade",
                "Expect",
                "TE",
                "Proxy-Connection"
            })
    void headersThatFrameTheRequestAreOurs(String name) throws Exception {
        var answer = fetcher.fetch(Fetch.get(pod(), "/", LONG).with(Map.of(name, "x")));
        assertThat(answer).isEqualTo(new NotAsked("the header " + name + " may not be set"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb: c", "a\nb", "a\0", "\u0100"})
    void noValueEndsItsHeader(String value) throws Exception {
        var answer = fetcher.fetch(Fetch.get(pod(), "/", LONG).with(Map.of("X-Token", value)));
        assertThat(answer)
                .isEqualTo(new NotAsked("the value of the header X-Token has characters that are not allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "health", "/a b", "/a\r\nb", "/ä", "/a#b"})
    void noPathEndsTheRequest(String path) throws Exception {
        var answer = fetcher.fetch(Fetch.get(pod(), path, LONG));
        assertThat(answer).isEqualTo(new NotAsked("the path has to begin with / and be percent-encoded"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aStatusThatIsWaitedForIsNotFollowed() throws Exception {
        server.answers("HTTP/1.1 302 Found\r\nLocation: /ok\r\nContent-Length: 0\r\n\r\n");
        var get = Fetch.get(pod(), "/", LONG);
        var waiting = new Fetch(
                get.to(),
                "GET",
                "/",
                Map.of(),
                get.form(),
                new AnswerNeeds(status -> status == 302, true),
                get.tls(),
                get.timeout());
        assertThat(((Response) fetcher.fetch(waiting)).status()).isEqualTo(302);
        assertThat(((Response) fetcher.fetch(get)).status()).isEqualTo(200);
    }

    @Test
    void aDeniedNetworkIsNotAskedByNameNorAsAService() throws Exception {
        var denied = new FetchRules(
                true, List.of(), Set.of("trusted.test"), _ -> false, List.of(Cidr.parse("127.0.0.0/8")), true);
        use(denied, _ -> List.of(InetAddress.getLoopbackAddress()));
        var refused = new NotAsked("this installation lets nothing be asked in that network (probes.deniedNetworks)");

        assertThat(fetcher.fetch(Fetch.get(named("trusted.test"), "/", LONG))).isEqualTo(refused);
        assertThat(fetcher.fetch(Fetch.get(new Endpoint.OfService("http", "127.0.0.7", server.port()), "/", LONG)))
                .isEqualTo(refused);
        assertThat(fetcher.fetch(Fetch.get(pod(), "/", LONG))).isInstanceOf(Response.class);
    }

    @Test
    void whereNoUrlsAreAskedPodsStillAre() throws Exception {
        use(new FetchRules(true, List.of(), Set.of("trusted.test"), _ -> false, List.of(), false), NameResolver.SYSTEM);

        assertThat(fetcher.fetch(Fetch.get(named("trusted.test"), "/", LONG)))
                .isEqualTo(
                        new NotAsked("this installation lets no check ask a url (probes.urls): ask pods or a Service"));
        assertThat(fetcher.fetch(Fetch.get(pod(), "/", LONG))).isInstanceOf(Response.class);
    }

    @Test
    void aLookupThatHangsIsEnded() throws Exception {
        var never = new CountDownLatch(1);
        use(FetchRules.STRICT, _ -> {
            await(never);
            return List.of();
        });
        var answer = fetcher.fetch(Fetch.get(named("slow.test"), "/", Duration.ofMillis(100)));
        never.countDown();
        assertThat(answer).isEqualTo(new NotAsked("the name could not be looked up in time"));
    }

    @Test
    void loopbackCanBeAllowed() throws Exception {
        use(FetchRules.allowing(true, List.of(), Set.of(), _ -> false), NameResolver.SYSTEM);
        assertThat(fetcher.fetch(Fetch.get(named("127.0.0.7"), "/", LONG))).isInstanceOf(Response.class);
    }

    @Test
    void ownAddressesAreRefusedInAnyCase() throws Exception {
        var own = InetAddress.ofLiteral("127.0.0.7");
        var all = List.of(Cidr.parse("0.0.0.0/0"));
        use(FetchRules.allowing(true, all, Set.of("own.test"), own::equals), _ -> List.of(own));
        for (var host : List.of("127.0.0.7", "own.test")) {
            HttpAnswer answer = fetcher.fetch(Fetch.get(named(host), "/", LONG));
            assertThat(answer).isEqualTo(new NotAsked("the address belongs to the cluster itself"));
        }
    }

    private void use(FetchRules rules, NameResolver resolver) {
        fetcher.close();
        fetcher = fetcher(rules, resolver);
    }

    private static SafeFetcher fetcher(FetchRules rules, NameResolver resolver) {
        return new SafeFetcher(rules, resolver, Trust.OF_THE_RUNTIME, Caps.DEFAULT);
    }

    private Endpoint pod() {
        return new Endpoint.OfPod("http", "127.0.0.7", server.port());
    }

    private Endpoint named(String host) {
        return new Endpoint.WrittenEndpoint("http", host, server.port());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
