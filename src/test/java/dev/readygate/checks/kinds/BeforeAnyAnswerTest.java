package dev.readygate.checks.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown is never failure, and never success. */
class BeforeAnyAnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http: {}",
                "tcp: {}",
                "grpc: {}",
                "metric: {query: up, min: 1}",
                "slo: {objective: 99.5%, window: 28d, ratio: {good: good, total: all}, minBudget: 5%}",
                "compare: {query: up, window: 5m, maxRatio: 1.2}",
                "evidence: {type: tests}",
                "approval: {count: 1, groups: [leads]}",
                "job: {template: {}}",
                "verified: {name: ledger}",
                "dora: {metric: DeploymentFrequency, minPerDay: 1}"
            })
    void withoutAnAnswerItIsUnknown(String kind) {
        var finding = new RolloutScene().ask(RolloutScene.check("{name: it, %s}".formatted(kind)));

        assertThat(finding.outcome()).isNotIn(Outcome.Pass, Outcome.Fail, Outcome.Waived);
        assertThat(finding.message()).isNotBlank();
    }
}
