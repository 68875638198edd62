package dev.readygate.docs;

import static dev.readygate.policy.ShippedStandards.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.ReadinessWaiver;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The five assessments, row by row as their authors wrote them, and the scores that the operator computes. */
@ExtendWith(ClusterExtension.class)
class AssessmentsIT {
    private static final String ALL_NINE = "all nine sections";

    private static final Map<String, Assessment> RUNNING = new HashMap<>();

    @BeforeAll
    static void beginAllAtOnce(Cluster cluster) {
        cluster.operator().ensureRunning();
        Assessment.install(cluster, NAMES);
        NAMES.forEach(it -> RUNNING.put(it, Assessment.begin(cluster, it)));
        RUNNING.put(ALL_NINE, Assessment.begin(cluster, "sre-go-no-go"));
        RUNNING.forEach((name, it) -> it.judgedBy(name.equals(ALL_NINE) ? "policy-all-nine.yaml" : "policy.yaml"));
    }

    @AfterAll
    static void end() {
        RUNNING.values().forEach(Assessment::close);
    }

    private static Assessment expect(String name, int overall, Map<String, Integer> rows) {
        var assessment = RUNNING.get(name);
        await().untilAsserted(() -> assertThat(assessment.rows()).containsAllEntriesOf(rows));
        await().untilAsserted(() -> assertThat(assessment.overall()).isEqualTo(overall));
        assertThat(assessment.policy().status().orElseThrow().warnings()).isEmpty();
        return assessment;
    }

    private static void expectVerdict(Assessment assessment, Verdict verdict) {
        await().untilAsserted(() ->
                assertThat(assessment.app().status().orElseThrow().verdict()).isEqualTo(verdict));
    }

    /** Rows of a document without weights count alike: 6.83, not the 7.0 that the document prints. */
    private static double mean(Map<String, Integer> rows) {
        return rows.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    @Test
    void deploymentReview() {
        var rows = Map.of(
                "Product Deployment Status", 80,
                "Release Discipline", 70,
                "Architecture Maturity", 90,
                "Operational Transparency", 50,
                "Deployment Assurance / SRE Readiness", 50,
                "Enterprise Readiness", 70);

        var review = expect("deployment-review", 68, rows);

        assertThat(mean(rows)).isEqualTo(68.33, within(0.01));
        expectVerdict(review, Verdict.Conditional);
        assertThat(review.check("rollback-time").message()).contains("data.seconds < 60");
    }

    @Test
    void productionReadiness() {
        var rows = Map.of(
                "Functional", 80,
                "Observability", 70,
                "Reliability", 60,
                "Delivery integrations", 30,
                "Security", 65,
                "Test & quality gates", 75,
                "Frontend", 40);

        var readiness = expect("production-readiness", 60, rows);

        assertThat(mean(rows)).isEqualTo(60);
        expectVerdict(readiness, Verdict.Conditional);
    }

    @Test
    void devopsMaturity() {
        var rows = new LinkedHashMap<>(Map.of(
                "Version control", 90,
                "Continuous deployment", 70,
                "Environment parity", 70,
                "Infrastructure as code", 60,
                "Feature flags", 20,
                "Monitoring", 80,
                "Dashboards", 50,
                "Alerting", 40));
        rows.putAll(Map.of(
                "Incident response", 80,
                "DevSecOps", 100,
                "Secrets", 100,
                "Documentation", 80,
                "Developer experience", 90,
                "Release management", 40,
                "Reliability", 90,
                "Capacity", 30));

        var audit = expect("devops-maturity", 68, rows);

        assertThat(mean(rows)).isEqualTo(68.125);
        assertThat(audit.check("estimated-frequency").score()).as("High").isEqualTo(75);
        assertThat(audit.check("estimated-lead-time").score()).as("Elite").isEqualTo(100);
        assertThat(audit.check("estimated-fail-rate").score()).as("High").isEqualTo(75);
        assertThat(audit.check("estimated-restore").score()).as("Medium").isEqualTo(50);
        assertThat(audit.check("dora-frequency").outcome()).isEqualTo(CheckOutcome.NotApplicable);
    }

    @Test
    void baselineRelease() {
        var rows = Map.of("Validation: tests", 96, "Validation: observability", 100, "Validation: operations", 100);

        var baseline = expect("baseline-release", 91, rows);

        expectVerdict(baseline, Verdict.Conditional);
        assertThat(baseline.check("known-failures").outcome()).isEqualTo(CheckOutcome.Pass);
        assertThat(baseline.check("known-failures").score()).isEqualTo(100.0 * 1701 / 1763, within(0.01));
        assertThat(baseline.check("unit-tests").outcome()).isEqualTo(CheckOutcome.Waived);
        var waiver = baseline.namespace()
                .client()
                .resources(ReadinessWaiver.class)
                .inNamespace(baseline.namespace().name())
                .withName(baseline.check("unit-tests").waivedBy())
                .get()
                .getSpec();
        assertThat(waiver.reason()).startsWith("44 known failures");
        assertThat(waiver.owner()).isNotBlank();
        assertThat(waiver.expires()).isNotNull();
    }

    private static final Map<String, Integer> SECTIONS = Map.of(
            "Infrastructure", 100,
            "Multi-tenancy", 100,
            "Monitoring", 90,
            "Security", 95,
            "Performance", 100,
            "On-call alerting", 50,
            "Status page", 0,
            "Runbooks", 70,
            "External review", 0);

    /** The external review does not block, so its row does not count: 605 ÷ 8. */
    @Test
    void sreGoNoGo() {
        var launch = expect("sre-go-no-go", 75, SECTIONS);

        expectVerdict(launch, Verdict.Pass);
    }

    @Test
    void sreGoNoGoWithAllNine() {
        var launch = expect(ALL_NINE, 67, SECTIONS);

        assertThat(mean(SECTIONS)).isEqualTo(67.22, within(0.01));
        expectVerdict(launch, Verdict.Conditional);
    }
}
