package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Percentage;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.StepStatus;
import dev.readygate.api.v1alpha1.StepStatus.StepState;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.PendingName;
import dev.readygate.gate.GateProgress;
import dev.readygate.gate.Memory;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A restarted operator knows from the report all that the operator before it knew. */
class RememberedTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final GateProgress HALFWAY = new GateProgress(
            "v2",
            List.of(new GateStatus(Gate.Serve, GateState.Held, NOON, NOON.plusSeconds(1800), "healthy")),
            List.of(new StepStatus(new Percentage("5%"), StepState.Open, NOON, 1, 9)));

    private static Memory remembered(ReadinessReportStatus status) {
        var read = Serialization.unmarshal(Serialization.asYaml(status), ReadinessReportStatus.class);
        return Remembered.from(Optional.of(read)).orElseThrow();
    }

    @Test
    void theRolloutGoesOnWhereItWas() {
        var memory = remembered(new ReportSamples()
                .revision("v1")
                .revision("v2")
                .baseline("v1", true)
                .on(Phase.Serve, HALFWAY)
                .status());

        assertThat(memory.phase()).isEqualTo(Phase.Serve);
        assertThat(memory.baseline()).contains(new Baseline("v1", NOON, true));
        assertThat(memory.progress()).isEqualTo(HALFWAY);
    }

    @Test
    void theDigestsThatWereSeenRunningAreKeptByRevision() {
        var both = new ReportSamples().revision("v1").revision("v2").baseline("v1", false);

        assertThat(remembered(both.status()).digests())
                .isEqualTo(Map.of("v1", List.of("sha256:v1"), "v2", List.of("sha256:v2")));
    }

    @Test
    void aReportOfNothingRunningRemembersTheBaselineOnly() {
        var memory = remembered(new ReportSamples()
                .revision("v1")
                .unsettled()
                .baseline("v1", false)
                .status());

        assertThat(memory.progress()).isEqualTo(GateProgress.NONE);
        assertThat(memory.digests()).containsOnlyKeys("v1");
    }

    @Test
    void aFirstRevisionHasNoBaseline() {
        assertThat(remembered(new ReportSamples().revision("v1").status()).baseline())
                .isEmpty();
    }

    @Test
    void aReportThatWasNeverWrittenRemembersNothing() {
        var created = Serialization.unmarshal("{}", ReadinessReportStatus.class);

        assertThat(Remembered.from(Optional.of(created))).isEmpty();
        assertThat(Remembered.from(Optional.empty())).isEmpty();
    }

    @Test
    void aPendingNameIsKeptUntilTheHashIsKnown() {
        var passed = new GateProgress(
                "generation-5", List.of(new GateStatus(Gate.Start, GateState.Passed, NOON, null, null)), List.of());
        var waiting = new GateProgress(
                "generation-5", List.of(new GateStatus(Gate.Start, GateState.Held, NOON, null, null)), List.of());
        var parked = new ReportSamples().revision("v1").parked("generation-5");

        assertThat(Remembered.names(Optional.of(parked.on(Phase.Start, waiting).status())))
                .isEqualTo(PendingName.NOTHING);
        assertThat(Remembered.names(Optional.of(parked.on(Phase.Start, passed).status()))
                        .started())
                .contains(new PendingName.Started("generation-5", List.of("app:2")));
    }

    @Test
    void afterwardsItIsKeptWithItsHashAndWithTheBaselines() {
        var both = new ReportSamples()
                .revision("v1")
                .waitedAs("generation-2")
                .revision("v2")
                .waitedAs("generation-5")
                .baseline("v1", false)
                .status();

        assertThat(Remembered.names(Optional.of(both)).names())
                .isEqualTo(Map.of("v1", "generation-2", "v2", "generation-5"));
        assertThat(Remembered.names(Optional.empty())).isEqualTo(PendingName.NOTHING);
    }
}
