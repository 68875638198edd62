package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.gate.GateProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The report keeps the policies' terms from the beginning of a rollout, so that a restarted operator goes on with
 * them.
 */
class SettingOutTest {
    private static final String ASKED = """
            {mode: Enforce, selector: {}, rollout: {soak: 1m},
             checks: [{name: a, gate: Serve, tcp: {}}, {name: b, tcp: {}}]}
            """;
    private static final String HARDER = """
            {mode: Enforce, selector: {}, rollout: {soak: 1h},
             checks: [{name: a, gate: Serve, tcp: {port: 9}}, {name: b, gate: Stay, tcp: {}}]}
            """;
    private static final GateProgress ON_ITS_WAY = new GateProgress("v2", List.of(), List.of());

    private static ReadinessReportStatus status(ReportSamples reported) {
        return reported.status(Stream.of("a", "b").map(SettingOutTest::passed).toArray(Finding[]::new));
    }

    private static Finding passed(String check) {
        return new Finding(check, FindingReason.Answered, "so it is", Measured.NOTHING, Optional.empty());
    }

    private static List<String> checks(ReadinessReportStatus status) {
        return status.attempt().checks().stream().map(CheckSpec::name).toList();
    }

    @Test
    void itIsKeptUntilTheRevisionArrives() {
        var begun = status(new ReportSamples().of(ASKED).on(Phase.Serve, ON_ITS_WAY));
        var later = new ReportSamples().of(HARDER).after(begun, Duration.ofMinutes(1));

        assertThat(checks(begun)).containsExactly("a");
        assertThat(status(later.on(Phase.Stay, ON_ITS_WAY)).attempt()).isEqualTo(begun.attempt());
        assertThat(status(later.on(Phase.Idle, ON_ITS_WAY)).attempt()).isNull();
    }

    @Test
    void theNextRevisionGetsTheTermsOfItsTime() {
        var begun = status(new ReportSamples().of(ASKED).on(Phase.Serve, ON_ITS_WAY));
        var next = new ReportSamples()
                .of(HARDER)
                .after(begun, Duration.ofMinutes(1))
                .on(Phase.Serve, new GateProgress("v3", List.of(), List.of()));

        assertThat(checks(status(next))).containsExactly("a", "b");
    }

    @Test
    void scaledToZeroItIsStillOnItsWay() {
        var asleep = new ReportSamples().of(ASKED).on(Phase.Serve, GateProgress.NONE);

        assertThat(status(asleep).attempt()).isNull();
        assertThat(status(asleep.revision("v1").revision("v2")).attempt().revision())
                .isEqualTo("v2");
    }
}
