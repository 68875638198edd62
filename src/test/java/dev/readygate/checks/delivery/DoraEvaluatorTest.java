package dev.readygate.checks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Check;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.Delivered.Day;
import dev.readygate.facts.Delivered.RolloutCounts;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Neighbours;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Workload;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoraEvaluatorTest {
    private static final Instant AT = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant TEN_DAYS_AGO = Instant.parse("2026-03-22T12:00:00Z");

    /** Six verified in ten days, one failed, one unplanned; 4 h from commit in the middle, 20 min to recover, 42 s to go back. */
    private static final Day DAY = new Day(
            LocalDate.parse("2026-03-30"),
            new RolloutCounts(6, 1, 0, 2, 1),
            List.of(3600L, 7200L, 14400L, 28800L, 108000L),
            List.of(1200L),
            List.of(40L, 44L));

    private static Check check(String asked) {
        return AllChecks.of(
                Serialization.unmarshal("---\n{name: delivery, dora: {%s}}".formatted(asked), CheckSpec.class));
    }

    private static Subject subject(Day... days) {
        var workload = new Workload(
                new DeploymentRef("shop", "cart", "d-1"),
                "42",
                AT,
                Map.of(),
                new Workload.Desired(3, false, 0, 1, false),
                new Workload.Observed(true, 1, 3, 3, 3, Optional.empty()),
                Optional.empty());
        return Subject.everything(new Snapshot(
                AT,
                workload,
                List.of(),
                List.of(),
                Optional.empty(),
                Readings.NONE,
                Statements.NONE,
                Neighbours.NONE,
                Optional.empty(),
                new Delivered(Optional.of(TEN_DAYS_AGO), List.of(days))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metric: DeploymentFrequency, minPerDay: 0.6 | Pass | 0.60 a day      | at least 0.6 a day
            metric: DeploymentFrequency, minPerDay: 0.7 | Fail | 0.60 a day      | at least 0.7 a day
            metric: DeploymentFrequency, level: High    | Fail | 0.60 a day (Medium) | High or better
            metric: DeploymentFrequency, level: Medium  | Pass | 0.60 a day (Medium) | Medium or better
            metric: LeadTime, within: 4h                | Pass | 4h              | at most 4h
            metric: LeadTime, within: 3h                | Fail | 4h              | at most 3h
            metric: RecoveryTime, within: 20m           | Pass | 20m             | at most 20m
            metric: RecoveryTime, level: Elite          | Pass | 20m (Elite)     | Elite or better
            metric: RollbackTime, within: 42s           | Pass | 42s             | at most 42s
            metric: RollbackTime, within: 41s           | Fail | 42s             | at most 41s
            metric: ChangeFailureRate, maxRate: 15%     | Pass | 14.3%           | at most 15%
            metric: ChangeFailureRate, level: High      | Fail | 14.3% (Medium)  | High or better
            metric: ReworkRate, maxRate: 15%            | Fail | 16.7%           | at most 15%
            """)
    void comparesItsNumber(String asked, Outcome outcome, String seen, String limit) {
        var finding = check(asked).evaluate(subject(DAY));

        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.value().seen()).isEqualTo(seen);
        assertThat(finding.value().limit()).isEqualTo(limit);
        assertThat(finding.message()).contains(seen, limit, " over 90d ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metric: LeadTime, within: 4h, minDeployments: 6       | NoCommitTimes  | 5 rollouts with a known time of their commit over 90d, and it takes 6
            metric: LeadTime, within: 4h, minDeployments: 8       | TooFewRollouts | 7 rollouts over 90d, and it takes 8
            metric: ReworkRate, maxRate: 5%, minDeployments: 7    | TooFewRollouts | 6 verified rollouts over 90d, and it takes 7
            metric: DeploymentFrequency, minPerDay: 1, window: 1d | NoRollouts     | no rollouts are recorded over 1d yet
            """)
    void tooLittleIsNoAnswer(String asked, FindingReason reason, String message) {
        var finding = check(asked).evaluate(subject(DAY));

        assertThat(finding.outcome()).isEqualTo(Outcome.NotApplicable);
        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.message()).isEqualTo(message);
    }

    @Test
    void whereNothingFailedNothingHadToBeRecovered() {
        var good = new Day(
                LocalDate.parse("2026-03-30"), new RolloutCounts(6, 0, 0, 0, 0), List.of(), List.of(), List.of());

        assertThat(check("metric: RecoveryTime, within: 1h")
                        .evaluate(subject(good))
                        .reason())
                .isEqualTo(FindingReason.NothingFailed);
        assertThat(check("metric: RollbackTime, within: 1m")
                        .evaluate(subject(good))
                        .message())
                .isEqualTo("nothing that took traffic was taken back over 90d");
    }

    @Test
    void rollbackTimeHasNoLevel() {
        var finding = check("metric: RollbackTime, level: Elite").evaluate(subject(DAY));

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.message()).contains("RollbackTime has no level: give within");
    }

    @Test
    void itIsAboutPeopleNotAboutTheRevision() {
        var check = check("metric: DeploymentFrequency, minPerDay: 1");

        assertThat(check.healsByItself()).isTrue();
        assertThat(check.changesAt(subject(DAY))).contains(Instant.parse("2026-04-02T00:00:00Z"));
        assertThat(check.denialAtAdmit(check.evaluate(subject(DAY))))
                .hasValueSatisfying(it -> assertThat(it.why())
                        .isEqualTo("DeploymentFrequency over 90d is not as expected; needed: at least 1.0 a day"));
    }

    @Test
    void uncountedDaysCannotBeAsked() {
        var finding = check("metric: LeadTime, within: 1d, window: 180d").evaluate(subject(DAY));

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.message()).contains("rollouts are counted for 90d only: set window to that or less");
    }
}
