package dev.readygate.checks.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Ask;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.Subject;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.kinds.Mistakes;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Sample;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that ask one address for the whole workload. */
class WholeTargetsTest {
    private static final String STATUS_PAGE = """
            name: status-page
            initialDelay: 10s
            http: {url: "https://status.example:8443/up?key=k3y", expect: {status: "200"}}
            """;

    private final RolloutScene scene = new RolloutScene();

    @Test
    void askTheAddressAsItIsWritten() {
        var ask = theAskOf(STATUS_PAGE);
        var request = (Request.Http) ask.request();
        assertThat(request.to()).isEqualTo(new Endpoint.WrittenEndpoint("https", "status.example", 8443));
        assertThat(request.pathAndQuery()).isEqualTo("/up?key=k3y");
    }

    @Test
    void askOnceForAllPodsAndRevisions() {
        var check = RolloutScene.check(STATUS_PAGE);
        assertThat(check.asks(scene.subject())).hasSize(1);
        assertThat(check.asks(scene.subject()))
                .isEqualTo(check.asks(Subject.everything(scene.subject().world())));
    }

    @Test
    void waitForTheirFirstAnswer() {
        assertThat(scene.ask(RolloutScene.check(STATUS_PAGE)).awaitsItsFirstAnswer())
                .isTrue();
    }

    @Test
    void startAfterTheInitialDelayOfTheRevision() {
        assertThat(theAskOf(STATUS_PAGE).pace().notBefore())
                .isEqualTo(RolloutScene.NOON.minus(Duration.ofMinutes(5)).plusSeconds(10));
    }

    @Test
    void sayWhoAnsweredWhatAndNothingOfTheQuery() {
        var ask = theAskOf(STATUS_PAGE);
        var sample = new Sample(RolloutScene.NOON, Outcome.Fail, "503", "answered 503");
        scene.read(ask.question(), Reading.first(sample, new Patience(1, 1)));
        var finding = scene.ask(RolloutScene.check(STATUS_PAGE));
        assertThat(finding.outcome()).isEqualTo(Outcome.Fail);
        assertThat(finding.message()).isEqualTo("GET /up of status.example:8443 answered 503, expected 200");
    }

    @Test
    void areNotAskedWhereTheAddressHasNoPort() {
        var check = RolloutScene.check("{name: db, tcp: {url: 'tcp://db.shop'}}");
        assertThat(scene.ask(check).reason()).isEqualTo(FindingReason.InvalidCheck);
        assertThat(check.asks(scene.subject())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http: {url: 'http://a.example/'}", "tcp: {target: Service}", "grpc: {target: Service}"})
    void areAMistakeAtGateServe(String kind) {
        assertThat(Mistakes.in(RolloutScene.spec("{name: it, gate: Serve, %s}".formatted(kind))))
                .hasValueSatisfying(it -> assertThat(it).contains("set gate to Stay"));
        assertThat(Mistakes.in(RolloutScene.spec("{name: it, gate: Stay, %s}".formatted(kind))))
                .isEmpty();
    }

    private Ask theAskOf(String check) {
        return RolloutScene.check(check).asks(scene.subject()).getFirst();
    }

    @Test
    void connectToAnAddress() {
        var connect = "{name: db, tcp: {url: 'tcp://db.shop:5432'}}";
        var ask = theAskOf(connect);
        assertThat(ask.request()).isEqualTo(new Request.Tcp(new Endpoint.WrittenEndpoint("tcp", "db.shop", 5432)));
        scene.read(ask.question(), Reading.first(failed(), new Patience(1, 1)));
        assertThat(scene.ask(RolloutScene.check(connect)).message())
                .isEqualTo("a connection of db.shop:5432 was refused, expected accepted");
    }

    @Test
    void waitWhileTheAnswersDoNotAgree() {
        var ask = theAskOf(STATUS_PAGE);
        scene.read(ask.question(), Reading.first(failed(), new Patience(3, 1)));
        assertThat(scene.ask(RolloutScene.check(STATUS_PAGE)).awaitsItsFirstAnswer())
                .isTrue();
    }

    private static Sample failed() {
        return new Sample(RolloutScene.NOON, Outcome.Fail, "refused", "was refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NewPods", "AllPods"})
    void areNoMistakeAtGateServeWhereTheyArePods(String target) {
        assertThat(Mistakes.in(RolloutScene.spec("{name: it, gate: Serve, http: {target: %s}}".formatted(target))))
                .isEmpty();
    }
}
