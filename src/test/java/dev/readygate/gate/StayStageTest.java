package dev.readygate.gate;

import static dev.readygate.facts.Outcome.Fail;
import static dev.readygate.facts.Outcome.Pass;
import static dev.readygate.facts.Outcome.Unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.WriteBook;
import org.junit.jupiter.api.Test;

class StayStageTest {
    static World takenOver() {
        return new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .emptied("v1")
                .opened("v2", 3)
                .following("soak: 5m")
                .answering("v2", Pass);
    }

    @Test
    void aRevisionThatHasTakenOverIsWatchedBeforeItIsVerified() {
        var decision = takenOver().decide();

        assertThat(decision.phase()).isEqualTo(Phase.Stay);
        assertThat(decision.baseline()).map(Baseline::hash).contains("v1");
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Progressing);
        assertThat(decision.lookAgainAt()).contains(World.NOW.plusSeconds(300));
        assertThat(decision.effects()).noneMatch(WriteBook.class::isInstance);
    }

    @Test
    void theReportShowsWhereItIs() {
        var gates = takenOver().decide().progress();

        assertThat(gates.is(Gate.Serve, GateState.Passed)).isTrue();
        assertThat(gates.is(Gate.Stay, GateState.Held)).isTrue();
        assertThat(gates.at(Gate.Stay).orElseThrow().deadline()).isEqualTo(World.NOW.plusSeconds(300));
    }

    @Test
    void itIsVerifiedWhenTheSoakIsOver() {
        var begun = takenOver().decide();

        var before = takenOver().remembering(begun).later("4m59s").decide();
        var after = takenOver().remembering(before).later("5m").decide();

        assertThat(before.phase()).isEqualTo(Phase.Stay);
        assertThat(after.phase()).isEqualTo(Phase.Idle);
        assertThat(after.baseline()).map(Baseline::hash).contains("v2");
        assertThat(after.progress().is(Gate.Stay, GateState.Passed)).isTrue();
    }

    @Test
    void thenNoUnwantedPodServes() {
        var between = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .emptied("v1")
                .emptied("superseded")
                .up("superseded", 0, 1, Pod.PodGate.Closed)
                .opened("v2", 3)
                .answering("v2", Pass)
                .decide();

        assertThat(between.standing().reason()).isEqualTo(ReadyReason.Verified);
        assertThat(between.effects()).noneMatch(OpenGate.class::isInstance);
    }

    @Test
    void theSoakGoesOnThroughARestartAndWhilePodsComeAndGo() {
        var begun = takenOver().decide();
        var scaledUp = takenOver().wanting(4).remembering(begun).later("3m").decide();

        assertThat(scaledUp.phase()).isEqualTo(Phase.Stay);
        assertThat(scaledUp.lookAgainAt()).contains(World.NOW.plusSeconds(300));
    }

    @Test
    void itIsNotVerifiedWhileAnAnswerIsMissing() {
        var begun = takenOver().decide();
        var decision = takenOver()
                .answering("v2", Unknown)
                .remembering(begun)
                .later("1h")
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Stay);
        assertThat(decision.standing().waitingOn()).isEqualTo("healthy");
    }

    @Test
    void aFailureThereIsHeldWhereNoPodOfTheBaselineIsLeft() {
        var begun = takenOver().decide();
        var decision =
                takenOver().answering("v2", Fail).remembering(begun).later("1m").decide();

        assertThat(decision.phase()).isEqualTo(Phase.Stay);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Held);
        assertThat(decision.standing().sentence()).contains("answered 503", "0 pods of the last good revision v1");
        assertThat(decision.progress().is(Gate.Stay, GateState.Failed)).isTrue();
    }

    @Test
    void itRecoversFromBeingHeldAndIsWatchedAnew() {
        var begun = takenOver().decide();
        var failing =
                takenOver().answering("v2", Fail).remembering(begun).later("1m").decide();
        var better = takenOver().remembering(failing).later("2m").decide();

        assertThat(better.phase()).isEqualTo(Phase.Stay);
        assertThat(better.standing().reason()).isEqualTo(ReadyReason.Soaking);
        assertThat(better.progress().is(Gate.Stay, GateState.Held)).isTrue();
    }

    @Test
    void aPodThatStartsMeanwhileServesAsSoonAsItPasses() {
        var begun = takenOver().decide();
        var decision =
                takenOver().waiting("v2", 1).remembering(begun).later("1m").decide();

        assertThat(decision.phase()).isEqualTo(Phase.Stay);
        assertThat(decision.effects()).hasOnlyElementsOfType(OpenGate.class).hasSize(1);
    }

    @Test
    void anotherRevisionStartsFromTheBeginning() {
        var begun = takenOver().decide();
        var decision = takenOver()
                .waiting("v3", 1)
                .remembering(begun)
                .answering("v3", Unknown)
                .later("10m")
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Serve);
        assertThat(decision.progress().hash()).isEqualTo("v3");
    }

    @Test
    void thatItIsHeldIsToldOnce() {
        var begun = takenOver().decide();
        var failing =
                takenOver().answering("v2", Fail).remembering(begun).later("1m").decide();
        var still = takenOver()
                .answering("v2", Fail)
                .remembering(failing)
                .later("2m")
                .decide();

        assertThat(failing.effects()).filteredOn(Announce.class::isInstance).hasSize(1);
        assertThat(still.effects()).noneMatch(Announce.class::isInstance);
    }

    @Test
    void aSupersededRevisionsPodsStillReplaceEachOther() {
        var decision = supersededWith("v2", Pass);

        assertThat(decision.effects()).hasOnlyElementsOfType(OpenGate.class).hasSize(1);
    }

    @Test
    void butNotByOnesThatDoNotPass() {
        assertThat(supersededWith("v2", Unknown).effects()).noneMatch(OpenGate.class::isInstance);
    }

    private static Decision supersededWith(String hash, Outcome answer) {
        return new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .emptied("v1")
                .candidate("v2", 2, 1)
                .waiting("v3", 1)
                .answering(hash, answer)
                .answering("v3", Unknown)
                .decide();
    }
}
