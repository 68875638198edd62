package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.ActionItem;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Basis;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.GateProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String CHECKS = """
            {selector: {},
             categories: [{name: safety, title: Safety, weight: 30}],
             checks: [{name: a, category: safety, weight: 3, tcp: {}}, {name: b, required: true, gate: Serve, tcp: {}}]}
            """;

    private static Finding worth(String check, double points) {
        return new Finding(
                check,
                FindingReason.Answered,
                "so it is",
                Measured.NOTHING,
                Optional.empty(),
                Basis.FACTS,
                OptionalDouble.of(points));
    }

    private static Finding finding(String check, Outcome outcome) {
        return new Finding(check, SomeReason.of(outcome), "so it is", Measured.NOTHING, Optional.empty());
    }

    private static Condition condition(ReadinessReportStatus status, String type) {
        return status.conditions().stream()
                .filter(it -> it.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"Verified, True, ''", "Serving, False, Reconciling", "Held, False, Stalled", "Observed, Unknown, ''"})
    void readySaysWhetherToWaitToActOrToGoOn(ReadyReason reason, ConditionStatus ready, String besides) {
        var status = new ReportSamples().standing(reason, "").status();

        assertThat(condition(status, "Ready"))
                .returns(ready, Condition::status)
                .returns(reason.name(), Condition::reason)
                .returns("It is " + reason + ".", Condition::message)
                .returns(NOON, Condition::lastTransitionTime)
                .returns(1L, Condition::observedGeneration);
        assertThat(status.conditions())
                .filteredOn(it -> !it.type().equals("Ready"))
                .extracting(Condition::type, Condition::status)
                .containsExactlyElementsOf(
                        besides.isEmpty() ? List.of() : List.of(tuple(besides, ConditionStatus.True)));
    }

    @Test
    void aTransitionIsDatedWhenItHappensAndKeepsItsDate() {
        var first = new ReportSamples().standing(ReadyReason.Serving, "").status();
        var still = new ReportSamples()
                .standing(ReadyReason.Held, "")
                .after(first, Duration.ofMinutes(1))
                .status();
        var ready = new ReportSamples()
                .standing(ReadyReason.Verified, "")
                .after(still, Duration.ofMinutes(2))
                .status();

        assertThat(condition(still, "Ready").lastTransitionTime()).isEqualTo(NOON);
        assertThat(condition(still, "Stalled").lastTransitionTime()).isEqualTo(NOON.plusSeconds(60));
        assertThat(condition(ready, "Ready").lastTransitionTime()).isEqualTo(NOON.plusSeconds(120));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Passed       | healthy | True    | The revision is through.
                    Held         | healthy | False   | The revision waits here for healthy.
                    Held         |         | False   | The revision waits here.
                    TimedOut     | healthy | False   | The revision has waited here too long for healthy.
                    Failed       | healthy | False   | The revision was turned away by healthy.
                    Failed       |         | False   | The revision was turned away.
                    Pending      |         | Unknown | The revision has not come here yet.
                    Skipped      |         | Unknown | Nothing holds this revision here.
                    """)
    void everyGateHasItsCondition(GateState state, String waitingOn, ConditionStatus expected, String sentence) {
        var gate = new GateStatus(Gate.Serve, state, NOON, null, waitingOn);
        var progress = new GateProgress("v2", List.of(gate), List.of());

        var status = new ReportSamples().on(Phase.Serve, progress).status();

        assertThat(condition(status, "Serve"))
                .returns(expected, Condition::status)
                .returns(state.name(), Condition::reason)
                .returns(sentence, Condition::message);
    }

    @Test
    void theDeclaredRevisionIsShownWithItsOrigin() {
        assertThat(new ReportSamples().revision("v1").revision("v2").status().revision())
                .returns("v2", RevisionStatus::hash)
                .returns("cart-v2", RevisionStatus::replicaSet)
                .returns(List.of("cart:v2"), RevisionStatus::images)
                .returns(List.of("sha256:v2"), RevisionStatus::digests)
                .returns("c-v2", RevisionStatus::commit)
                .returns("gitops", RevisionStatus::appliedBy);
    }

    @Test
    void factsAboutARevisionStayWhenItIsGone() {
        var before = new ReportSamples().revision("v1").revision("v2").status();
        var gone = new ReportSamples().revision("v1").unsettled();

        assertThat(gone.status().revision()).isNull();
        assertThat(gone.after(before, Duration.ZERO).status().revision()).isEqualTo(before.revision());
    }

    @Test
    void aWithdrawnRevisionIsNamedThoughItsRemovalWasNotSeen() {
        var before = new ReportSamples().revision("v1").revision("v2").status();
        var gone = new ReportSamples().revision("v1").on(Phase.Withdrawn, new GateProgress("v3", List.of(), List.of()));

        assertThat(gone.after(before, Duration.ZERO).status().revision().hash()).isEqualTo("v3");
    }

    @Test
    void theBaselineIsShownAsLongAsAnythingIsKnownOfIt() {
        var there = new ReportSamples().revision("v1").revision("v2").baseline("v1", true);
        var gone = new ReportSamples().revision("v2").baseline("v1", false);

        assertThat(there.status().baseline())
                .returns("v1", BaselineStatus::hash)
                .returns("cart-v1", BaselineStatus::replicaSet)
                .returns(List.of("cart:v1"), BaselineStatus::images)
                .returns("c-v1", BaselineStatus::commit)
                .returns("gitops", BaselineStatus::appliedBy)
                .returns(NOON, BaselineStatus::verifiedAt)
                .returns(true, BaselineStatus::unproven);
        assertThat(gone.status().baseline())
                .returns("v1", BaselineStatus::hash)
                .returns(null, BaselineStatus::replicaSet)
                .returns(List.of(), BaselineStatus::images)
                .returns(false, BaselineStatus::unproven);
        assertThat(new ReportSamples().status().baseline()).isNull();
    }

    @Test
    void waitingOnIsNamedWhileItExists() {
        assertThat(new ReportSamples()
                        .standing(ReadyReason.Serving, "a")
                        .status()
                        .waitingOn())
                .isEqualTo("a");
        assertThat(new ReportSamples()
                        .standing(ReadyReason.Verified, "")
                        .status()
                        .waitingOn())
                .isNull();
    }

    @Test
    void scoresAreRoundedDown() {
        var status = new ReportSamples()
                .of("{selector: {}, checks: [{name: a, tcp: {}}]}")
                .status(worth("a", 89.9));

        assertThat(status.score()).isEqualTo(89);
        assertThat(status.coverage()).isEqualTo(100);
    }

    @Test
    void withoutAnAnswerThereIsNoScoreAndNoGrade() {
        var status =
                new ReportSamples().of(CHECKS).status(finding("a", Outcome.Unknown), finding("b", Outcome.Unknown));

        assertThat(status.score()).isNull();
        assertThat(status.grade()).isNull();
        assertThat(status.coverage()).isZero();
    }

    @Test
    void coverageIsFlooredToo() {
        var status = new ReportSamples()
                .of("{selector: {}, checks: [{name: a, weight: 2, tcp: {}}, {name: b, tcp: {}}]}")
                .status(worth("a", 100), finding("b", Outcome.Unknown));

        assertThat(status.coverage()).isEqualTo(66);
    }

    @Test
    void eachCategoryThatHasANameHasALine() {
        var status = new ReportSamples().of(CHECKS).status(worth("a", 40.9), finding("b", Outcome.Pass));

        assertThat(status.categories()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("safety");
            assertThat(it.title()).isEqualTo("Safety");
            assertThat(it.score()).isEqualTo(40);
            assertThat(it.weight()).isEqualTo(30);
            assertThat(it.grade()).isEqualTo(Grade.Red);
        });
    }

    @Test
    void anUndeclaredCategoryHasNoWeightAndNoGradeBeforeItsFirstAnswer() {
        var status = new ReportSamples()
                .of("{selector: {}, checks: [{name: a, category: docs, tcp: {}}]}")
                .status(finding("a", Outcome.Unknown));

        assertThat(status.categories()).singleElement().satisfies(it -> {
            assertThat(it.weight()).isNull();
            assertThat(it.score()).isNull();
            assertThat(it.grade()).isNull();
        });
    }

    @Test
    void eachCheckHasALineWithItsPoints() {
        var seen = new Finding(
                "a",
                FindingReason.WrongAnswer,
                "so it is",
                new Measured("503", "200-299"),
                Optional.of(ReportSamples.NOON),
                new Basis(Optional.of("unit"), Optional.of("w")),
                OptionalDouble.empty());
        var status = new ReportSamples().of(CHECKS).status(seen, finding("b", Outcome.Unknown));

        assertThat(status.checks().getFirst())
                .returns("503", CheckResult::value)
                .returns("200-299", CheckResult::limit)
                .returns(0.0, CheckResult::score)
                .returns(NOON, CheckResult::since)
                .returns("unit", CheckResult::evidence)
                .returns("w", CheckResult::waivedBy)
                .returns("so it is", CheckResult::message)
                .returns(false, CheckResult::required);
        assertThat(status.checks().getLast())
                .returns(null, CheckResult::value)
                .returns(null, CheckResult::limit)
                .returns(null, CheckResult::score)
                .returns(null, CheckResult::since)
                .returns(true, CheckResult::required);
    }

    @ParameterizedTest
    @CsvSource({"Fail, true", "Error, true", "Unknown, true", "Pass, false", "Waived, false", "NotApplicable, false"})
    void theActionsAreThoseOfOpenChecks(Outcome outcome, boolean listed) {
        var policy = "{selector: {}, checks: [{name: a, action: Mend it, tcp: {}}]}";

        assertThat(new ReportSamples().of(policy).status(finding("a", outcome)).actions())
                .hasSize(listed ? 1 : 0);
    }

    @Test
    void actionsWithoutAPriorityComeLast() {
        var policy = """
                {selector: {}, checks: [
                  {name: some-day, action: Tidy it, tcp: {}},
                  {name: now, action: Mend it, priority: P1, tcp: {}},
                  {name: nobody-can, tcp: {}}]}
                """;
        var status = new ReportSamples()
                .of(policy)
                .status(
                        finding("some-day", Outcome.Fail),
                        finding("now", Outcome.Fail),
                        finding("nobody-can", Outcome.Fail));

        assertThat(status.actions()).extracting(ActionItem::check).containsExactly("now", "some-day");
    }
}
