package dev.readygate.checks.probe;

import static dev.readygate.checks.APod.ofV1;
import static dev.readygate.checks.APod.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.APod;
import dev.readygate.checks.PodScene;
import dev.readygate.checks.Request;
import dev.readygate.checks.Request.Header;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.ExpectedAnswer;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.checks.answer.Tls;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests to pods. */
class PodRequestsTest {
    private static PodScene asking(String kind) {
        return PodScene.of("{name: it, %s}".formatted(kind)).with(up("a"));
    }

    private static <R extends Request> R sent(String kind, Class<R> type) {
        return type.cast(asking(kind).ask().request());
    }

    @Test
    void httpAsksThePodsFirstPortForTheRoot() {
        var sent = sent("http: {}", Request.Http.class);

        assertThat(sent.to()).isEqualTo(new Endpoint.OfPod("http", "10.1.2.3", 8080));
        assertThat(sent.method()).isEqualTo(Request.Method.GET);
        assertThat(sent.pathAndQuery()).isEqualTo("/");
        assertThat(sent.headers()).isEmpty();
        assertThat(sent.tls()).isEqualTo(Tls.USUAL);
        assertThat(sent.expectation()).isEqualTo(ExpectedAnswer.ofStatus("200-299"));
        assertThat(sent.host()).isEqualTo("10.1.2.3");
    }

    @Test
    void httpAsksAsThePolicySays() {
        var sent = sent("""
                http: {scheme: HTTPS, method: HEAD, path: /health?deep=1, port: 8443,
                  headers: [{name: Host, value: cart.shop}], expect: {status: '204'},
                  tls: {serverName: cart.shop, insecureSkipVerify: true}}
                """.strip(), Request.Http.class);

        assertThat(sent.to()).isEqualTo(new Endpoint.OfPod("https", "10.1.2.3", 8443));
        assertThat(sent.method()).isEqualTo(Request.Method.HEAD);
        assertThat(sent.pathAndQuery()).isEqualTo("/health?deep=1");
        assertThat(sent.headers()).isEqualTo(List.<Header>of(new Header.Plain("Host", "cart.shop")));
        assertThat(sent.tls()).isEqualTo(new Tls(Optional.of("cart.shop"), Optional.empty(), false));
        assertThat(sent.expectation()).isEqualTo(ExpectedAnswer.ofStatus("204"));
    }

    @Test
    void tcpConnects() {
        assertThat(sent("tcp: {port: 5432}", Request.Tcp.class))
                .isEqualTo(new Request.Tcp(new Endpoint.OfPod("tcp", "10.1.2.3", 5432)));
    }

    @Test
    void grpcAsksTheServerAsAWholeOrAServiceOfIt() {
        var whole = new Request.Grpc(new Endpoint.OfPod("grpc", "10.1.2.3", 8080), "", Tls.USUAL);
        var service = new Request.Grpc(
                new Endpoint.OfPod("grpcs", "10.1.2.3", 9090),
                "shop.Cart",
                new Tls(Optional.empty(), Optional.empty(), true));

        assertThat(sent("grpc: {}", Request.Grpc.class)).isEqualTo(whole);
        assertThat(sent("grpc: {service: shop.Cart, port: health, tls: {}}", Request.Grpc.class))
                .isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"'', 8080", "'port: health', 9090", "'port: 7', 7"})
    void portsAreFoundByNameByNumberOrAsTheFirst(String port, int expected) {
        var kinds = List.of("http", "tcp", "grpc");

        assertThat(kinds)
                .allSatisfy(kind -> assertThat(
                                asking("%s: {%s}".formatted(kind, port)).ask().request())
                        .extracting("to.port")
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "tcp", "grpc"})
    void aPodWithoutThePortIsNotAsked(String kind) {
        var unnamed = PodScene.of("{name: it, %s: {}}".formatted(kind));
        var misnamed = asking("%s: {port: admin}".formatted(kind));

        assertThat(unnamed.with(new APod().withoutPorts().named("a")).asks()).isEmpty();
        assertThat(misnamed.asks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "tcp", "grpc"})
    void theNewRevisionsPodsAreAskedUnlessAllAreMeant(String kind) {
        var news = PodScene.of("{name: it, %s: {}}".formatted(kind)).with(ofV1("old"), up("new"));
        var all =
                PodScene.of("{name: it, %s: {target: AllPods}}".formatted(kind)).with(ofV1("old"), up("new"));

        assertThat(asked(news)).containsExactly("uid-new");
        assertThat(asked(all)).containsExactly("uid-old", "uid-new");
    }

    private static List<String> asked(PodScene scene) {
        return scene.asks().stream()
                .map(it -> ((Target.OnePod) it.question().target()).uid())
                .toList();
    }

    @Test
    void whatAnOldPodAnswersSaysNothingOfTheNewRevision() {
        var check = "{name: it, http: {%s}}";

        assertThat(PodScene.of(check.formatted(""))
                        .fails(ofV1("old"))
                        .verifying()
                        .outcome())
                .isEqualTo(Outcome.Unknown);
        assertThat(PodScene.of(check.formatted("target: AllPods"))
                        .fails(ofV1("old"))
                        .verifying()
                        .outcome())
                .isEqualTo(Outcome.Fail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "tcp", "grpc"})
    void whoDoesNotAnswerInTimeFails(String kind) {
        var ask = PodScene.of("{name: it, timeout: 3s, %s: {}}".formatted(kind)).with(up("a"));
        var sample = new Sample(PodScene.NOON, Outcome.Fail, "timed out after 3s", "no answer: timed out after 3s");

        assertThat(ask.ask().timedOut(PodScene.NOON)).isEqualTo(sample);
    }

    @Test
    void partsOfASecondAreSaidInMilliseconds() {
        assertThat(NoAnswer.timedOut(Duration.ofMillis(1500)).reason()).isEqualTo("timed out after 1500ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "tcp", "grpc"})
    void oneHostIsKnownByItsAddressHoweverItIsAsked(String kind) {
        assertThat(asking(kind + ": {}").ask().request().host()).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http: {}", "tcp: {}", "grpc: {}"})
    void podsAreAsked(String kind) {
        assertThat(asking(kind).check().asksPods()).isTrue();
    }

    @Test
    void ofTwoWordingsOneThatAsksPodsIsEnoughToAskPods() {
        var window = RolloutScene.spec("{name: it, window: {}}");
        var http = RolloutScene.spec("{name: it, http: {}}");

        assertThat(AllChecks.of(List.of(window, http)).asksPods()).isTrue();
        assertThat(AllChecks.of(window).asksPods()).isFalse();
    }

    @Test
    void aHeaderAndTheAuthoritiesMayBeKeptInASecret() {
        var sent = sent("""
                http: {scheme: HTTPS, headers: [{name: Authorization, secretKeyRef: {name: keys, key: token}}],
                  tls: {caSecretRef: {name: keys, key: ca.crt}}}
                """.strip(), Request.Http.class);

        assertThat(sent.headers())
                .isEqualTo(List.<Header>of(new Header.FromSecret("Authorization", new Tls.KeptIn("keys", "token"))));
        assertThat(sent.tls())
                .isEqualTo(new Tls(Optional.empty(), Optional.of(new Tls.KeptIn("keys", "ca.crt")), true));
    }
}
