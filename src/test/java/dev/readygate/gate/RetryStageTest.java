package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.gate.Effect.GiveBack;
import dev.readygate.gate.Effect.PutBack;
import dev.readygate.gate.Effect.Retry;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A user asks for one more attempt. */
class RetryStageTest {
    private static World withdrawn() {
        return new World()
                .running("v1", 3)
                .declaring(2)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawn, "v1")
                .pausedByUs();
    }

    @Test
    void theBookLetsGoOfItAndThenTheDeploymentDoes() {
        var decision = withdrawn().somebodyRetries("v2").decide();

        assertThat(decision.effects()).extracting(Object::getClass).isEqualTo(List.of(WriteBook.class, Retry.class));
        assertThat(((WriteBook) decision.effects().getFirst()).entry().flatMap(BookEntry::hold))
                .isEmpty();
        assertThat(decision.phase()).isEqualTo(Phase.Serve);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Retrying);
        assertThat(decision.progress()).isEqualTo(GateProgress.NONE);
    }

    @Test
    void stoppedInBetweenItGoesOn() {
        var decision = withdrawn().theBookVerifies("v1").somebodyRetries("v2").decide();

        assertThat(decision.effects()).containsExactly(new Retry());
    }

    @Test
    void alsoWhereItWasNotPausedYet() {
        var decision = new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Withdrawing, "v1")
                .somebodyRetries("v2")
                .decide();

        assertThat(decision.effects()).containsExactly(new Retry());
    }

    @Test
    void aRetryOfAnotherRevisionIsIgnored() {
        var decision = withdrawn().somebodyRetries("v9").decide();

        assertThat(decision.phase()).isEqualTo(Phase.Withdrawn);
        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void withoutAHoldItIsAboutNothing() {
        var stale = withdrawn().theBookVerifies("v1").somebodyRetries("v9").decide();
        var tooEarly = new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .somebodyRetries("v2")
                .decide();

        assertThat(stale.effects()).doesNotHaveAnyElementsOfTypes(Retry.class);
        assertThat(tooEarly.effects()).isEmpty();
    }

    /** The baseline's template is declared in place of that of v2. */
    private static World restoredAndRetried() {
        return new World()
                .emptied("v2")
                .running("v1", 3)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .theBookKeeps(1)
                .remembers(Phase.Restoring, "v1")
                .somebodyRetries("v2");
    }

    @Test
    void aRolledBackTemplateIsDeclaredAgainFirst() {
        var restored = restoredAndRetried();

        assertThat(restored.decide().effects()).containsExactly(new PutBack(refused(1), Optional.empty()));
        assertThat(restored.unsettled().decide().effects()).isEmpty();
    }

    /**
     * The baseline, declared in its place, is not on its way: otherwise each reconciliation would count as a
     * rollout.
     */
    @Test
    void untilThenItIsStillBeingRestored() {
        var decision = restoredAndRetried().decide();

        assertThat(decision.phase()).isEqualTo(Phase.Restoring);
        assertThat(decision.progress().hash()).isEqualTo("v2");
    }

    @Test
    void whichAPersonsPauseKeepsUp() {
        var decision = restoredAndRetried().pausedByAPerson().decide();

        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void andThenReleased() {
        var decision = new World()
                .emptied("v1")
                .opened("v2", 3)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .theBookKeeps(1)
                .remembers(Phase.Restoring, "v1")
                .somebodyRetries("v2")
                .decide();

        assertThat(decision.effects())
                .extracting(Object::getClass)
                .isEqualTo(List.of(GiveBack.class, WriteBook.class, Retry.class));
    }

    /** The request is about an earlier revision; since then another was withdrawn, and the first is declared again. */
    @Test
    void anOldRequestIsNotAboutTheRevisionHeldNow() {
        var decision = new World()
                .emptied("v1")
                .emptied("v2")
                .opened("v3", 3)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .theBookKeeps(2)
                .remembers(Phase.Restoring, "v1")
                .somebodyRetries("v3")
                .decide();

        assertThat(decision.effects()).noneMatch(PutBack.class::isInstance);
        assertThat(decision.phase()).isEqualTo(Phase.Serve);
    }

    /** The report is written last, so it may still be about the attempt before. */
    @Test
    void theNewAttemptStartsFromTheBeginning() {
        var failedThen = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .emptied("v1")
                .opened("v2", 3)
                .following("soak: 5m")
                .answering("v2", Outcome.Fail);
        var failed = failedThen
                .remembering(failedThen.answering("v2", Outcome.Pass).decide())
                .answering("v2", Outcome.Fail)
                .decide();
        var takenBack = failedThen
                .without("v1", "v2")
                .running("v1", 3)
                .opened("v2", 3)
                .theBookHolds("v2")
                .pausedByUs()
                .remembering(failed)
                .decide();
        var again = new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .following("soak: 5m")
                .theBookVerifies("v1")
                .remembering(takenBack)
                .decide();

        assertThat(takenBack.progress().is(Gate.Stay, GateState.Failed)).isTrue();
        assertThat(again.phase()).isEqualTo(Phase.Serve);
        assertThat(again.progress().is(Gate.Serve, GateState.Held)).isTrue();
    }

    private static RejectedTemplate refused(long number) {
        return new RejectedTemplate(new PodTemplate("{}"), number);
    }
}
