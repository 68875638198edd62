package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.ActionItem;
import dev.readygate.api.v1alpha1.RiskStatus;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RisksAndReviewsTest {
    private static final ReadinessPolicySpec POLICY = spec("{every: 90d, whenClosed: P1}");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static ReadinessPolicySpec spec(String review) {
        return Serialization.unmarshal("""
                selector: {}
                review: %s
                risks:
                - {name: outage, impact: High, likelihood: Low, closedBy: healthy}
                - {name: vendor, impact: High, likelihood: Low}
                checks:
                - {name: port, action: Open it, priority: P2, tcp: {port: 80}}
                - {name: healthy, action: Connect it, priority: P1, effort: 1w, owner: web, http: {path: /health}}
                """.formatted(review), ReadinessPolicySpec.class);
    }

    private static ReadinessReportStatus report(Outcome healthy) {
        return Composed.first(POLICY).of(findings(healthy));
    }

    private static List<Finding> findings(Outcome healthy) {
        return List.of(finding("port", FindingReason.Undecided), finding("healthy", SomeReason.of(healthy)));
    }

    private static Finding finding(String check, FindingReason reason) {
        return new Finding(check, reason, "so it is", Measured.NOTHING, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"Pass"})
    void aRiskIsOpenUntilItsCheckPasses(Outcome outcome) {
        assertThat(report(outcome).risks()).extracting(RiskStatus::open).containsExactly(true, true);
    }

    @Test
    void aRiskIsClosedByItsCheckAndOneWithoutStaysOpen() {
        assertThat(report(Outcome.Pass).risks()).extracting(RiskStatus::open).containsExactly(false, true);
    }

    @Test
    void actionsAreTheOpenGapsTheMostUrgentFirst() {
        assertThat(report(Outcome.Fail).actions()).extracting(ActionItem::check).containsExactly("healthy", "port");
        assertThat(report(Outcome.Waived).actions())
                .extracting(ActionItem::check)
                .containsExactly("port");
    }

    @Test
    void anUnansweredCheckIsNoGap() {
        var findings = List.of(finding("port", FindingReason.Answered), finding("healthy", FindingReason.Waiting));

        assertThat(Composed.first(POLICY).of(findings).actions()).isEmpty();
    }

    @Test
    void theReviewIsARegularOneWhileActionsAreOpen() {
        assertThat(report(Outcome.Fail).nextReview()).isEqualTo(TODAY.plusDays(90));
    }

    @Test
    void theReviewIsDueWhenTheLastUrgentActionIsClosed() {
        assertThat(report(Outcome.Pass).nextReview()).isEqualTo(TODAY);
    }

    @Test
    void aReviewThatIsDueIsNotPutOffByLookingAgain() {
        var due = report(Outcome.Pass);
        var later = Composed.first(POLICY).then(due, Duration.ofDays(3)).of(findings(Outcome.Pass));

        assertThat(later.nextReview()).isEqualTo(TODAY);
    }

    @Test
    void itBecomesDueOnTheDayTheActionIsClosed() {
        var open = report(Outcome.Fail);
        var closed = Composed.first(POLICY).then(open, Duration.ofDays(3)).of(findings(Outcome.Pass));

        assertThat(closed.nextReview()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void theLastReviewCountsFromItsDayAndAFixedDateBeatsALaterOne() {
        var since = Composed.first(spec("{every: 90d, last: 2026-02-01}")).of(findings(Outcome.Fail));
        var fixed = Composed.first(spec("{every: 90d, due: 2026-03-15}")).of(findings(Outcome.Fail));

        assertThat(since.nextReview()).isEqualTo("2026-05-02");
        assertThat(fixed.nextReview()).isEqualTo("2026-03-15");
    }
}
