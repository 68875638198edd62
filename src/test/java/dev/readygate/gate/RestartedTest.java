package dev.readygate.gate;

import static dev.readygate.facts.Outcome.Fail;
import static dev.readygate.facts.Outcome.Pass;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Effect.OpenGate;
import org.junit.jupiter.api.Test;

/** `kubectl rollout restart` of a verified revision: a new hash, but no new template. */
class RestartedTest {
    private static World restarting(int old, int waiting, Outcome answer) {
        return new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .following("{soak: 5m, steps: [{share: 10%, for: 5m}, {share: 100%}]}")
                .running("v1", old)
                .waiting("v2", waiting)
                .answering("v2", answer);
    }

    @Test
    void itsPodsNeedNoSteps() {
        var restart = restarting(2, 2, Pass).restarted("v2", "v1").decide();
        var release = restarting(2, 2, Pass).decide();

        assertThat(restart.effects().stream().filter(OpenGate.class::isInstance))
                .hasSize(2);
        assertThat(release.effects().stream().filter(OpenGate.class::isInstance))
                .hasSize(1);
    }

    @Test
    void theyMustPassLikeAnyOthers() {
        assertThat(restarting(3, 1, Fail).restarted("v2", "v1").decide().phase())
                .isEqualTo(Phase.Withdrawing);
    }

    @Test
    void itIsTheBaselineAsSoonAsItHasTakenOver() {
        var takenOver = new World()
                .theBookVerifies("v1")
                .remembers(Phase.Serve, "v1")
                .following("soak: 5m")
                .emptied("v1")
                .opened("v2", 3)
                .answering("v2", Pass);

        assertThat(takenOver.decide().phase()).isEqualTo(Phase.Stay);
        assertThat(takenOver.restarted("v2", "v1").decide())
                .returns(Phase.Idle, Decision::phase)
                .extracting(it -> it.baseline().map(Baseline::hash).orElse("none"))
                .isEqualTo("v2");
    }

    @Test
    void aRestartOfAnUnverifiedRevisionIsARelease() {
        var decision = restarting(2, 2, Pass).restarted("v2", "v0").decide();

        assertThat(decision.effects().stream().filter(OpenGate.class::isInstance))
                .hasSize(1);
    }
}
