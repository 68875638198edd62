package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.gate.Announcement.NewsKind;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The declared revision is verified. */
class VerifiedStageTest {
    private static World backToV1() {
        return new World()
                .emptied("v2")
                .running("v1", 3)
                .theBookVerifies("v2", "v1")
                .remembers(Phase.Idle, "v2")
                .later("1h");
    }

    private static List<String> verified(Decision decision) {
        return decision.effects().stream()
                .filter(WriteBook.class::isInstance)
                .flatMap(it -> ((WriteBook) it).entry().orElseThrow().verified().stream())
                .toList();
    }

    @Test
    void goingBackToAnOlderVerifiedRevisionMakesItTheBaseline() {
        var decision = backToV1().decide();

        assertThat(decision.baseline()).contains(new Baseline("v1", World.NOW.plusSeconds(3600), false));
        assertThat(verified(decision)).containsExactly("v1", "v2");
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Ready);
    }

    @Test
    void butNotBeforeItHasTakenOver() {
        var decision = new World()
                .running("v2", 2)
                .running("v1", 1)
                .wanting(4)
                .theBookVerifies("v2", "v1")
                .remembers(Phase.Idle, "v2")
                .decide();

        assertThat(decision.baseline()).map(Baseline::hash).contains("v2");
        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void aRevisionThatIsGoneIsForgottenByTheBook() {
        var decision = new World()
                .running("v1", 3)
                .theBookVerifies("v1", "v0")
                .remembers(Phase.Idle, "v1")
                .decide();

        assertThat(verified(decision)).containsExactly("v1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"Fail", "Unknown", "Error"})
    void anAdoptedBaselineIsUnprovenUntilItsChecksPass(Outcome says) {
        var decision = adopted(says).decide();

        assertThat(decision.baseline()).contains(new Baseline("v1", World.NOW, true));
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Unproven);
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Unjudged);
        assertThat(decision.progress()).isEqualTo(GateProgress.NONE);
        assertThat(decision.effects()).noneMatch(Announce.class::isInstance);
    }

    @Test
    void onceTheyPassItIsVerifiedAndThatIsTold() {
        var decision = adopted(Outcome.Pass).decide();

        assertThat(decision.baseline()).contains(new Baseline("v1", World.NOW, false));
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Verified);
        assertThat(decision.progress().is(Gate.Serve, GateState.Passed)).isTrue();
        assertThat(decision.effects())
                .filteredOn(Announce.class::isInstance)
                .extracting(it -> ((Announce) it).announcement().kind())
                .containsExactly(NewsKind.Verified);
    }

    @Test
    void alsoWhereTheReportWasLostBeforeItCouldBeTold() {
        var decision = Deciding.in(new World().running("v1", 3).theBookVerifies("v1"))
                .check("healthy", Gate.Serve, Outcome.Pass)
                .decide();

        assertThat(decision.effects())
                .filteredOn(Announce.class::isInstance)
                .extracting(it -> ((Announce) it).announcement().kind())
                .containsExactly(NewsKind.Verified);
    }

    private static Deciding adopted(Outcome says) {
        return Deciding.in(new World().running("v1", 3).theBookVerifies("v1"))
                .check("healthy", Gate.Serve, says)
                .remembersUnproven("v1");
    }

    @Test
    void aVerificationIsNotReportedAgain() {
        var decision = Deciding.in(new World().running("v1", 3).theBookVerifies("v1"))
                .check("healthy", Gate.Serve, Outcome.Pass)
                .remembers(Phase.Idle, "v1")
                .decide();

        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void aPodOfItThatGotAGateBeforeItWasVerifiedIsOpenedEvenIfItFails() {
        var decision = Deciding.in(new World().running("v1", 3).theBookVerifies("v1"))
                .check("healthy", Gate.Serve, Outcome.Fail)
                .remembers(Phase.Idle, "v1")
                .pod("v1", Pod.PodGate.Closed, true, false)
                .pod("v9", Pod.PodGate.Closed, true, false)
                .decide();

        assertThat(decision.effects())
                .singleElement()
                .extracting(it -> ((OpenGate) it).pod().hash())
                .isEqualTo("v1");
    }

    @Test
    void aPodThatIsLeavingIsLeftAlone() {
        var decision = Deciding.in(new World().running("v1", 3).theBookVerifies("v1"))
                .check("healthy", Gate.Serve, Outcome.Pass)
                .remembers(Phase.Idle, "v1")
                .pod("v1", Pod.PodGate.Closed, true, true)
                .decide();

        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void withoutAnyCheckAtGateServeTheBookGatesNothing() {
        var decision = Deciding.in(new World().running("v1", 3))
                .check("shown", null, Outcome.Fail)
                .remembers(Phase.Idle, "v1")
                .decide();

        assertThat(decision.effects())
                .singleElement()
                .satisfies(
                        it -> assertThat(((WriteBook) it).entry().orElseThrow().gates())
                                .isEmpty());
    }
}
