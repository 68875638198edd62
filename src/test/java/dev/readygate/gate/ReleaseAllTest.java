package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No policy enforces a gate, or none does any longer. */
class ReleaseAllTest {

    @Test
    void aDeploymentWithoutAHoldIsLeftAlone() {
        var decision = new World().running("v1", 3).onlyObserved().decide();

        assertThat(decision.effects()).isEmpty();
        assertThat(decision.phase()).isEqualTo(Phase.Idle);
        assertThat(decision.standing().outlook()).isEqualTo(Outlook.Unjudged);
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Observed);
    }

    @Test
    void everyPodThatWaitsIsOpened() {
        var decision = new World()
                .running("v1", 1)
                .waiting("v2", 2)
                .remembers(Phase.Serve, "v1")
                .onlyObserved()
                .decide();

        assertThat(decision.effects()).hasSize(2).hasOnlyElementsOfType(OpenGate.class);
    }

    @Test
    void theDeploymentLeavesTheBook() {
        var decision = new World()
                .running("v1", 3)
                .theBookVerifies("v1")
                .onlyObserved()
                .decide();

        assertThat(decision.effects()).isEqualTo(List.of(new WriteBook(Optional.empty())));
    }

    @Test
    void ourPauseIsLiftedAndAPersonsIsNot() {
        assertThat(new World()
                        .running("v1", 3)
                        .pausedByUs()
                        .onlyObserved()
                        .decide()
                        .effects())
                .isEqualTo(List.of(new Unpause()));
        assertThat(new World()
                        .running("v1", 3)
                        .pausedByAPerson()
                        .onlyObserved()
                        .decide()
                        .effects())
                .isEmpty();
    }

    @Test
    void theRunningRevisionIsRememberedSoThatEnforcingLaterGatesNoPodOfIt() {
        var decision = new World()
                .emptied("v1")
                .running("v2", 3)
                .remembers(Phase.Idle, "v1")
                .onlyObserved()
                .decide();

        assertThat(decision.baseline()).contains(new Baseline("v2", World.NOW, true));
    }

    @Test
    void aVerifiedRevisionStaysVerified() {
        var decision = new World()
                .running("v1", 3)
                .remembers(Phase.Idle, "v1")
                .later("1h")
                .onlyObserved()
                .decide();

        assertThat(decision.baseline()).contains(new Baseline("v1", World.NOW, false));
    }

    @Test
    void aRevisionStillOnItsWayIsNotTakenForTheRunningOne() {
        var decision = new World()
                .running("v1", 2)
                .waiting("v2", 1)
                .remembers(Phase.Idle, "v1")
                .onlyObserved()
                .decide();

        assertThat(decision.baseline()).map(Baseline::hash).contains("v1");
    }
}
