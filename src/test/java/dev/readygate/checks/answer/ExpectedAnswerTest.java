package dev.readygate.checks.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.answer.HttpAnswer.Body;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedAnswerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final Response ANSWER = new Response(
            200,
            Map.of("content-type", "application/json", "set-cookie", "session=hunter2"),
            new Body("{\"status\": \"UP\", \"queue\": 3, \"capacity\": 4, \"password\": \"hunter2\"}", true),
            Duration.ofMillis(280));

    private static CheckSpec check(String expect) {
        try {
            return new YAMLMapper()
                    .registerModule(new JavaTimeModule())
                    .readValue("{name: healthy, http: {expect: %s}}".formatted(expect), CheckSpec.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ExpectedAnswer expecting(String expect) {
        return ExpectedAnswer.of(((HttpCheck) check(expect).kind()).expect());
    }

    private static Sample judge(String expect, Response answer) {
        return expecting(expect).judge(answer, NOW);
    }

    private static Response withBody(String body, boolean whole) {
        return new Response(200, ANSWER.headers(), new Body(body, whole), ANSWER.elapsed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | false | 1",
                "{maxLatency: 280ms}                 | false | 1",
                "{headers: [{name: A, matches: 'b'}]} | true  | 1",
                "{body: 'status == 200'}             | true  | 1",
                "{body: 'json.queue == 3'}           | true  | 5",
            })
    void whatItIsJudgedByMakesItCostly(String expect, boolean costly, int samples) {
        var expectation = expecting(expect);
        var to = new Endpoint.OfPod("http", "127.0.0.1", 1);
        var request = new Request.Http(to, Request.Method.GET, "/", List.of(), Tls.USUAL, expectation);

        assertThat(expectation.isCostly()).isEqualTo(costly);
        assertThat(request.weight()).isEqualTo(samples);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{status: '200,404'}",
                "{maxLatency: 280ms}",
                "{headers: [{name: Content-Type}]}",
                "{headers: [{name: Content-Type, value: application/json}, {name: Set-Cookie}]}",
                "{headers: [{name: CONTENT-TYPE, matches: 'application/.*'}]}",
                "{body: \"json.status == 'UP'\"}",
                "{body: \"json.queue / json.capacity < 0.8 && json.queue / json.capacity > 0.7\"}",
                "{body: \"text.contains('UP') && headers['content-type'] == 'application/json'\"}",
                "{body: \"status == 200 && elapsed < duration('300ms') && elapsed > duration('250ms')\"}",
            })
    void passes(String expect) {
        var sample = judge(expect, ANSWER);

        assertThat(sample).isEqualTo(new Sample(NOW, Outcome.Pass, "200", "answered 200"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {status: '503'}                               | 200               | answered 200
                    {maxLatency: 250ms}                           | 200, too slow     | answered 200 but took longer than 250ms
                    {headers: [{name: X-Frame}]}                  | 200, no X-Frame   | answered 200 without the header X-Frame
                    {headers: [{name: Set-Cookie, value: none}]}  | 200, another Set-Cookie | answered 200 but Set-Cookie is not 'none'
                    {headers: [{name: Set-Cookie, matches: sess}]} | 200, another Set-Cookie | answered 200 but Set-Cookie does not match sess
                    {body: "json.status == 'DOWN'"}               | 200, another body | answered 200 but json.status == 'DOWN' is false
                    {body: "json.state == 'UP'"}                  | 200, another body | answered 200 but json.state == 'UP' is not true: it reads a field that is not there at character 5
                    {body: "json.password > 3"}                   | 200, another body | answered 200 but json.password > 3 is not true: it meets a value of another kind than it takes at character 15
                    """)
    void failsAndSaysWhichExpectationWithoutQuotingTheAnswer(String expect, String value, String message) {
        assertThat(judge(expect, ANSWER)).isEqualTo(new Sample(NOW, Outcome.Fail, value, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{} {}", "{\"status\": }", "nul"})
    void aBodyThatIsNotJsonFails(String body) {
        assertThat(judge("{body: json != null}", withBody(body, true)))
                .isEqualTo(new Sample(
                        NOW, Outcome.Fail, "200, body not JSON", "answered 200 with a body that is not JSON"));
    }

    @Test
    void anUnreadBodyMayBeAnything() {
        assertThat(judge("{body: status == 200}", withBody("<html>", false)).outcome())
                .isEqualTo(Outcome.Pass);
    }

    @Test
    void aBodyTooLongToBeReadIsNotJudged() {
        assertThat(judge("{body: \"text.contains('x')\"}", withBody("x", false)).outcome())
                .isEqualTo(Outcome.Error);
    }

    @Test
    void anExpressionThatTakesTooLongIsNotTheTargetsFailure() {
        var numbers = "[" + "1,".repeat(100_000) + "1]";
        var sample = judge("{body: \"json.all(a, json.all(b, json.all(c, a + b + c > 0)))\"}", withBody(numbers, true));

        assertThat(sample.outcome()).isEqualTo(Outcome.Error);
        assertThat(sample.message()).contains("too long");
    }

    @Test
    void theFirstThingThatIsMissingIsSaid() {
        var sample = judge("{maxLatency: 1ms, headers: [{name: X}], body: 'false'}", ANSWER);

        assertThat(sample.value()).isEqualTo("200, no X");
    }

    @Test
    void saysAllThatIsExpected() {
        var expect = "{status: '200', maxLatency: 1s, headers: [{name: A}, {name: B, value: c}], body: \"json.ok\"}";

        assertThat(expecting(expect).limit()).isEqualTo("200, A, B: c, within 1s, json.ok");
    }

    @Test
    void whatIsLongIsShortened() {
        assertThat(expecting("{body: \"json.x == '%s'\"}".formatted("y".repeat(500)))
                        .limit())
                .hasSizeLessThan(120)
                .endsWith("…");
    }

    @Test
    void equalExpectationsAreEqual() {
        assertThat(expecting("{body: json.a, headers: [{name: A}]}"))
                .isEqualTo(expecting("{body: json.a, headers: [{name: A}]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {body: jsn.status}                  | expect.body is no valid expression: undeclared reference to 'jsn' at character 1
                    {body: "'a'"}                       | expect.body is no valid expression: it has to give true or false, and gives string
                    {headers: [{name: A, matches: '('}]} | the header A has to match what is no regular expression that can be used: missing closing )
                    """)
    void aMistakeOfThePolicyIsAnErrorAndAsksNothing(String expect, String mistake) {
        var broken = AllChecks.of(check(expect));
        var finding = broken.evaluate(null);

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.reason()).isEqualTo(FindingReason.InvalidCheck);
        assertThat(finding.message()).isEqualTo(mistake);
        assertThat(broken.asks(null)).isEmpty();
    }
}
