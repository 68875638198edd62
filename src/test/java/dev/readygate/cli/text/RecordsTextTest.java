package dev.readygate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cli.plan.DeclaredDeployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The output of the commands history, dora and baseline. */
class RecordsTextTest {
    private static final Instant NOW = Instant.parse("2026-03-01T13:00:00Z");
    private static final String RECORDS = """
            rollout: {revision: v4, started: "2026-03-01T12:59:00Z", version: "4"}
            history:
            - {revision: v3, outcome: Withdrawn, by: ann, started: "2026-03-01T12:00:00Z", finished: "2026-03-01T12:30:00Z",
               version: "3", minutes: {serve: 20.5}, why: it fails, servedSince: "2026-03-01T12:10:00Z",
               recovered: "2026-03-01T12:30:00Z", rollbackTo: v2}
            - {revision: v2, outcome: Promoted, by: ann, finished: "2026-03-01T10:00:00Z", version: "2", score: 90,
               committed: "2026-03-01T08:00:00Z"}
            - {revision: v1, outcome: Released, inferred: true, version: "1"}
            """;

    private static ReadinessReportStatus report(String yaml) {
        return Serialization.unmarshal("---\n" + yaml, ReadinessReportStatus.class);
    }

    @Test
    void oneLineForEachRollout() {
        var history = new java.util.ArrayList<>(report(RECORDS).history());
        history.addFirst(report(RECORDS).rollout());

        assertThat(lines(new HistoryTable(NOW, false, false).text(history)))
                .containsExactly(
                        "REVISION VERSION OUTCOME BY ENDED SERVE WHY",
                        "v4 4 under way",
                        "v3 3 Withdrawn ann 30m ago 20.5m it fails",
                        "v2 2 Promoted ann 3h ago",
                        "v1 1 Released (inferred)");
        assertThat(new HistoryTable(NOW, true, false).text(history))
                .contains("LEAD TIME", "EXPOSED", "BACK TO")
                .containsPattern("v3 .* 20m +v2")
                .containsPattern("v2 .* 90 +120m");
    }

    @Test
    void theFiveNumbers() {
        var dora = Serialization.unmarshal("---\n" + """
                window: 90d
                since: "2026-02-01T00:00:00Z"
                deployments: 6
                prevented: 2
                perDay: {value: 0.6, level: High, count: 6}
                leadTime: {value: 4h, level: Elite, count: 5}
                changeFailureRate: {value: 37.5, level: Low, count: 8}
                recoveryTime: {count: 0}
                reworkRate: {count: 6}
                rollbackTime: {value: 42s, count: 2}
                """, DoraStatus.class);

        assertThat(lines(new DoraTable("cart in shop", false).text(dora)))
                .containsExactly(
                        "cart in shop, the last 90d: 6 deployments, 2 stopped before traffic; counted since"
                                + " 2026-02-01T00:00:00Z.",
                        "",
                        "NUMBER VALUE LEVEL OF",
                        "Deployment frequency 0.6 a day High 6",
                        "Lead time, median 4h Elite 5",
                        "Change failure rate 37.5 % Low 8",
                        "Recovery time, median unknown 0",
                        "Rework rate unknown 6",
                        "Rollback time, median 42s 2");
    }

    /** Ignores the width of the gaps between columns. */
    private static java.util.List<String> lines(String table) {
        return table.lines().map(it -> it.replaceAll(" +", " ")).toList();
    }

    @Test
    void beforeAnythingIsCounted() {
        var dora = Serialization.unmarshal(
                "{\"window\":\"90d\",\"deployments\":1,\"prevented\":0,\"perDay\":{},\"leadTime\":{},\"changeFailureRate\":{},"
                        + "\"recoveryTime\":{},\"reworkRate\":{}}",
                DoraStatus.class);

        assertThat(new DoraTable("cart in shop", false).text(dora))
                .startsWith(
                        "cart in shop, the last 90d: 1 deployment, 0 stopped before traffic; nothing is counted yet.");
    }

    private static String baseline(String yaml, String keeper) {
        var declared = new DeclaredDeployment(
                new DeclaredDeployment.DeploymentName("shop", "cart"),
                "uid",
                1,
                true,
                true,
                Optional.empty(),
                Optional.ofNullable(keeper));
        return new BaselineText(declared, report(yaml), NOW, false).text();
    }

    @Test
    void theBaselineBesideThePresent() {
        var text = baseline("""
                score: 40
                baseline:
                  {hash: v2, images: ["cart:2"], commit: c2, verifiedAt: "2026-03-01T10:00:00Z", score: 90,
                   checks: [{name: fast, outcome: Pass}, {name: old, outcome: Pass}, {name: same, outcome: Pass}]}
                revision: {hash: v3, images: ["cart:3"], commit: c2}
                checks:
                - {name: fast, outcome: Fail}
                - {name: new, outcome: Unknown}
                - {name: same, outcome: Pass}
                - {name: unanswered}
                """, "Argo CD");

        assertThat(text)
                .startsWith("The baseline of cart is revision v2, verified 3h ago.\n")
                .containsPattern("revision +v2 +v3\n")
                .containsPattern("images +cart:2 +cart:3\n")
                .containsPattern("commit +c2 +the same\n")
                .containsPattern("score +90 +40\n")
                .containsPattern("fast +Pass +Fail\n")
                .containsPattern("new +not asked +Unknown\n")
                .containsPattern("old +Pass +not asked\n")
                .doesNotContainPattern("same +Pass")
                .contains("1. kubectl readygate undo cart -n shop\n", "2. kubectl readygate wait cart -n shop\n")
                .contains("3. revert it in what Argo CD applies,");
    }

    @Test
    void theDeclaredRevisionIsTheBaseline() {
        var same = """
                baseline: {hash: v2, unproven: true, verifiedAt: "2026-03-01T10:00:00Z", checks: [{name: fast, outcome: Pass}]}
                revision: {hash: v2}
                checks: [{name: fast, outcome: Pass}]
                """;

        assertThat(baseline(same, null))
                .startsWith(
                        "The baseline of cart is revision v2, adopted 3h ago, and its checks have not passed since.")
                .contains("Every check answers as it did then.")
                .endsWith("none that was verified before it is recorded.\n");
        assertThat(baseline(
                        same + "history: [{revision: v2, outcome: Promoted}, {revision: v1, outcome: Promoted}]", null))
                .contains("to revision v1 that was verified before:", "undo cart -n shop --to v1")
                .contains("where its manifest is kept");
    }

    @Test
    void anOldReportKnowsNoChecks() {
        assertThat(baseline("baseline: {hash: v2}", null)).doesNotContain("Every check", "CHECK");
    }
}
