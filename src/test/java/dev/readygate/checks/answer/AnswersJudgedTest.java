package dev.readygate.checks.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.PodScene;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome of each answer. */
class AnswersJudgedTest {
    private static Sample sample(Outcome outcome, String seen, String message) {
        return new Sample(PodScene.NOON, outcome, seen, message);
    }

    @Test
    void aConnectionThatIsAcceptedPasses() {
        assertThat(new TcpAnswer.Accepted().judge(PodScene.NOON))
                .isEqualTo(sample(Outcome.Pass, "accepted", "the connection was accepted"));
    }

    @ParameterizedTest
    @CsvSource({"SERVING, Pass", "NOT_SERVING, Fail", "UNKNOWN, Fail", "SERVICE_UNKNOWN, Fail"})
    void onlyServingServes(String state, Outcome expected) {
        assertThat(new GrpcAnswer.GrpcHealthState(state).judge(PodScene.NOON))
                .isEqualTo(sample(expected, state, "answered " + state));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, the server does not know this service",
        "UNIMPLEMENTED, the server has no gRPC health service",
        "INTERNAL, the health service failed with INTERNAL"
    })
    void aFailedCallSaysWhatThatMeans(String status, String meaning) {
        assertThat(new GrpcAnswer.CallFailed(status).judge(PodScene.NOON))
                .isEqualTo(sample(Outcome.Fail, status, meaning));
    }

    @Test
    void whoDoesNotAnswerFailsAndWhoWasNotAskedDoesNot() {
        var expectation = ExpectedAnswer.ofStatus("200");

        assertThat(expectation.judge(new NoAnswer("refused"), PodScene.NOON))
                .isEqualTo(sample(Outcome.Fail, "refused", "no answer: refused"));
        assertThat(expectation.judge(new NotAsked("there is no such name"), PodScene.NOON))
                .isEqualTo(sample(Outcome.Error, "not asked", "there is no such name"));
    }

    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "250, true", "299, true", "300, false", "404, true", "405, false"})
    void bothEndsOfARangeOfStatusesBelongToIt(int status, boolean expected) {
        assertThat(StatusRanges.parse("200-299, 404").contain(status)).isEqualTo(expected);
    }
}
