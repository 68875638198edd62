package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Announcement.NewsKind;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Pause;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proceed and reject at the gates Serve and Stay. */
class DecidedByPeopleTest {
    private static World serving() {
        return new World()
                .running("v1", 3)
                .waiting("v2", 1)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1");
    }

    private static World staying() {
        return new World()
                .emptied("v1")
                .opened("v2", 3)
                .theBookVerifies("v1")
                .remembers(Phase.Stay, "v1")
                .following("{soak: 5m}");
    }

    private static List<NewsKind> told(Decision decision) {
        return decision.effects().stream()
                .filter(Announce.class::isInstance)
                .map(it -> ((Announce) it).announcement().kind())
                .toList();
    }

    @Test
    void podsServeInSpiteOfTheirAnswers() {
        var decision =
                serving().answering("v2", Outcome.Fail).wishing("v2", null).decide();

        assertThat(decision.effects()).hasAtLeastOneElementOfType(OpenGate.class);
        assertThat(told(decision)).containsExactly(NewsKind.Proceeded);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Proceeding);
        assertThat(decision.standing().sentence()).startsWith("Let through gate Serve by jane");
        assertThat(decision.progress().is(Gate.Serve, GateState.Skipped)).isTrue();
    }

    @Test
    void stepsAreNotWaitedFor() {
        var decision = new World()
                .running("v1", 1)
                .waiting("v2", 3)
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .following("{soak: 0s, steps: [{share: 10%, for: 1h}, {share: 100%}]}")
                .wishing("v2", null)
                .decide();

        assertThat(decision.effects()).filteredOn(OpenGate.class::isInstance).hasSize(3);
    }

    @Test
    void itIsToldOnce() {
        var first = serving().wishing("v2", null).decide();
        var second = serving().wishing("v2", null).remembering(first).decide();

        assertThat(told(second)).isEmpty();
        assertThat(second.progress().is(Gate.Serve, GateState.Skipped)).isTrue();
    }

    @Test
    void theSoakEndsAndItIsVerified() {
        var watched = staying().decide();
        var decision = staying()
                .remembering(watched)
                .answering("v2", Outcome.Fail)
                .wishing("v2", null)
                .decide();

        assertThat(decision.baseline().orElseThrow().hash()).isEqualTo("v2");
        assertThat(told(decision)).contains(NewsKind.Proceeded, NewsKind.Verified);
    }

    @Test
    void aRevisionThatProceedsAtServeIsVerifiedOnceItHasTakenOver() {
        var decision = staying().wishing("v2", null).decide();

        assertThat(decision.baseline().orElseThrow().hash()).isEqualTo("v2");
    }

    @Test
    void aRejectionIsAFailureOfTheirName() {
        var decision =
                serving().answering("v2", Outcome.Pass).wishing(null, "v2").decide();

        assertThat(decision.phase()).isEqualTo(Phase.Withdrawing);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Rejected);
        assertThat(decision.effects()).hasSize(2).first().isInstanceOf(WriteBook.class);
        assertThat(decision.effects()).last().isEqualTo(new Pause("revision v2 withdrawn: rejected: by jane"));
    }

    @Test
    void aRejectionHoldsItWhereItCannotBeWithdrawn() {
        var watched = staying().decide();
        var decision = staying().remembering(watched).wishing(null, "v2").decide();

        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Held);
        assertThat(decision.standing().sentence()).startsWith("rejected: by jane");
    }

    @Test
    void aRejectionCountsForMore() {
        assertThat(serving().wishing("v2", "v2").decide().phase()).isEqualTo(Phase.Withdrawing);
    }
}
