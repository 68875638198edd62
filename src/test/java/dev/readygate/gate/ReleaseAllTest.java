package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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

    /** The report remembers what runs as its baseline, which was never verified. */
    @Test
    void checksCompareWithTheRevisionBefore() {
        var world = new World().emptied("v1").running("v2", 3);
        var asked = new AtomicReference<Subject>();
        Check check = subject -> {
            asked.set(subject);
            return new Finding("a", SomeReason.of(Outcome.Pass), "so it is", Measured.NOTHING, Optional.empty());
        };
        var rules = new Rules(
                false,
                Serialization.unmarshal("---\n{soak: 0s}", Rollout.class),
                List.of(new GateRule("a", Optional.empty(), OnNoData.Wait, check)));
        var memory =
                new Memory(Phase.Idle, Optional.of(new Baseline("v2", World.NOW, true)), Map.of(), GateProgress.NONE);

        new Gatekeeper().decide(rules, world.snapshot(), Optional.of(memory));

        assertThat(asked.get().predecessor().orElseThrow().hash()).isEqualTo("v1");
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
