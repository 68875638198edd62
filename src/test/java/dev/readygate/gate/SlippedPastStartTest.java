package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Effect.Pause;
import org.junit.jupiter.api.Test;

/** The API server does not admit new templates paused. */
class SlippedPastStartTest {
    private static final String MARK =
            "generation-2 waits at gate Start, template fb04dcb697; its ReadinessReport says for what";
    private static final Pause PARKS = new Pause(MARK);

    private static World rollingOut() {
        return StartStageTest.running().waiting("v2", 1);
    }

    @Test
    void itIsPausedAsSoonAsItIsSeen() {
        var decision = rollingOut().decide();

        assertThat(decision.effects()).containsExactly(PARKS);
        assertThat(decision.phase()).isEqualTo(Phase.Start);
    }

    @Test
    void thenItWaitsLikeAny() {
        var decision = rollingOut().parked("generation-2").declaringWhatIs("v2").decide();

        assertThat(decision.effects()).isEmpty();
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.WaitingToStart);
    }

    /** The report of that reconciliation names it by its hash. */
    @Test
    void alsoWhenItsHashHasBeenReported() {
        var reported = rollingOut().remembersNothingOfTheWayOf("v2");

        assertThat(rollingOut().decide().progress()).isEqualTo(GateProgress.NONE);
        assertThat(reported.parked("generation-2")
                        .declaringWhatIs("v2")
                        .decide()
                        .effects())
                .isEmpty();
    }

    @Test
    void itIsNotPausedAgainOnceItHasPassed() {
        var let = StartStageTest.parked().atStart(Outcome.Pass).decide();

        assertThat(rollingOut().remembering(let).decide().effects()).isEmpty();
    }

    /** The operator was killed before it could report that the template had passed gate Start. */
    @Test
    void norIfTheReportHasNotHeardOfThat() {
        var waiting = StartStageTest.parked().decide();

        assertThat(rollingOut().remembering(waiting).decide().effects()).isEmpty();
    }

    @Test
    void itIsPausedAgainUnderItsNameWhenAUserResumesIt() {
        var waiting = StartStageTest.parked().decide();
        var decision = rollingOut().remembering(waiting).resumed("generation-2").decide();

        assertThat(decision.effects())
                .containsExactly(new Pause("generation-2 waits at gate Start; its ReadinessReport says for what"));
    }

    /** Only the operator marks templates here, so the mark of the template before is still on the Deployment. */
    @Test
    void anotherTemplateThatComesWhileItWaitsIsMarkedAnew() {
        var same = rollingOut().pausedByUs(MARK).declaringWhatIs("v2").decide();
        var another = rollingOut().pausedByUs(MARK).declaringWhatIs("v3").decide();

        assertThat(same.effects()).isEmpty();
        assertThat(another.effects()).singleElement().isInstanceOf(Pause.class).isNotEqualTo(PARKS);
    }

    @Test
    void aRestartIsNotANewTemplate() {
        var decision = StartStageTest.running()
                .waiting("v1-again", 1)
                .withTheTemplateOf("v1", "v1-again")
                .decide();

        assertThat(decision.effects()).noneMatch(Pause.class::isInstance);
        assertThat(decision.phase()).isEqualTo(Phase.Serve);
    }

    @Test
    void onesThatWereOnTheirWayBeforeTheGateWasAskedForGoOn() {
        var known = StartStageTest.running().remembersThatItServed("v2").waiting("v2", 1);
        var before = new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Idle, "v1");

        assertThat(known.decide().effects()).isEmpty();
        assertThat(before.atStart(Outcome.Unknown).decide().effects()).noneMatch(Pause.class::isInstance);
    }

    @Test
    void nothingIsPausedThatHasTakenOverMeanwhile() {
        var decision = StartStageTest.running().without("v1").opened("v2", 3).decide();

        assertThat(decision.effects()).noneMatch(Pause.class::isInstance);
    }

    @Test
    void aPersonsPauseIsEnough() {
        assertThat(rollingOut().pausedByAPerson().decide().effects()).noneMatch(Pause.class::isInstance);
    }
}
