package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.BaselineStatus.CheckThen;
import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The records in a report. */
class RecordedTest {
    private static final String POLICY = """
            mode: Enforce
            selector: {}
            checks:
            - {name: healthy, gate: Serve, http: {path: /health}}
            - {name: fast, http: {path: /health}}
            """;

    private static Finding finding(String check, Outcome outcome) {
        return new Finding(check, SomeReason.of(outcome), "It is so.", Measured.NOTHING, Optional.empty());
    }

    private static ReadinessReportStatus report(ReportSamples reported, Outcome fast) {
        return reported.of(POLICY).status(finding("healthy", Outcome.Pass), finding("fast", fast));
    }

    private static ReadinessReportStatus first() {
        return report(new ReportSamples().revision("v1").standing(ReadyReason.Serving, "healthy"), Outcome.Fail);
    }

    private static ReadinessReportStatus verified() {
        return report(
                new ReportSamples().revision("v1").baseline("v1", false).after(first(), Duration.ofMinutes(1)),
                Outcome.Fail);
    }

    @Test
    void theFirstRevisionIsUnderWay() {
        assertThat(first().rollout().revision()).isEqualTo("v1");
        assertThat(first().history()).isEmpty();
        assertThat(first().dora().deployments()).isZero();
    }

    @Test
    void theBaselineKeepsItsScoreFromItsVerification() {
        assertThat(verified().baseline().score()).isEqualTo(50);
        assertThat(verified().baseline().checks())
                .containsExactly(new CheckThen("healthy", CheckOutcome.Pass), new CheckThen("fast", CheckOutcome.Fail));

        var later = report(
                new ReportSamples().revision("v1").baseline("v1", false).after(verified(), Duration.ofHours(1)),
                Outcome.Pass);

        assertThat(later.score()).isEqualTo(100);
        assertThat(later.baseline().score()).isEqualTo(50);
        assertThat(later.baseline().checks()).isEqualTo(verified().baseline().checks());
    }

    @Test
    void anAdoptedBaselineHasItsScoreOnceItIsProven() {
        var adopted = report(new ReportSamples().revision("v1").baseline("v1", true), Outcome.Pass);
        assertThat(adopted.baseline().score()).isNull();
        assertThat(adopted.history()).hasSize(1).allMatch(it -> it.inferred());

        var proven = report(
                new ReportSamples().revision("v1").baseline("v1", false).after(adopted, Duration.ofMinutes(1)),
                Outcome.Pass);

        assertThat(proven.baseline().score()).isEqualTo(100);
        assertThat(proven.dora().deployments()).isZero();
    }

    @Test
    void theBaselineIsRememberedWhenItsReplicaSetIsGone() {
        var gone = report(
                new ReportSamples().revision("v2").baseline("v1", false).after(verified(), Duration.ofHours(1)),
                Outcome.Pass);

        assertThat(gone.baseline().images()).containsExactly("cart:v1");
        assertThat(gone.baseline().replicaSet()).isEqualTo("cart-v1");
        assertThat(gone.baseline().commit()).isEqualTo("c-v1");
    }

    @Test
    void aVerifiedRevisionIsCounted() {
        assertThat(verified().history())
                .singleElement()
                .satisfies(it -> assertThat(it.score()).isEqualTo(50));
        assertThat(verified().deliveries())
                .singleElement()
                .satisfies(it -> assertThat(it.verified()).isOne());
        assertThat(verified().dora().deployments()).isOne();
        assertThat(verified().dora().perDay().value()).isEqualTo(1);
    }

    @Test
    void theNumbersMoveOnceADay() {
        var evening = settled(verified(), Duration.ofHours(11));
        var tomorrow = settled(verified(), Duration.ofHours(36));

        assertThat(evening.dora()).isEqualTo(verified().dora());
        assertThat(tomorrow.dora().day()).isEqualTo("2026-03-03");
        assertThat(tomorrow.dora().perDay().value()).isEqualTo(0.67);
        assertThat(tomorrow.dora().since()).isEqualTo(first().dora().since());
    }

    private static ReadinessReportStatus settled(ReadinessReportStatus before, Duration later) {
        return report(new ReportSamples().revision("v1").baseline("v1", false).after(before, later), Outcome.Fail);
    }
}
