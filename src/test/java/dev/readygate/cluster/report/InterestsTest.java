package dev.readygate.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.cluster.facts.PromotedFacts;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.PromotedBaseline.FoundReport;
import dev.readygate.facts.PromotedBaseline.PromotedRelease;
import dev.readygate.facts.PromotedBaseline.Unreported;
import dev.readygate.facts.ReportRef;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterestsTest {
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid");
    private static final String V1 =
            "{hash: v1, images: ['cart:v1'], digests: ['sha256:v1'], verifiedAt: '2026-03-01T12:00:00Z'}";

    private final List<String> woken = new ArrayList<>();
    private final Interests interests = new Interests((namespace, name) -> woken.add(namespace + "/" + name));

    @BeforeEach
    void cartIsInterested() {
        interests.of(CART, Set.of(new ReportRef("staging", "cart")));
    }

    @Test
    void aNewVerifiedRevisionWakesInterestedDeployments() {
        interests.reportChanged(null, report("cart", "phase: Idle, score: 1, baseline: " + V1));
        assertThat(woken).containsExactly("shop/cart");
    }

    @Test
    void noOtherChangeWakesADeployment() {
        var before = report("cart", "phase: Idle, score: 1, baseline: " + V1);
        interests.reportChanged(before, report("cart", "phase: Serve, score: 99, baseline: " + V1));
        interests.reportChanged(null, report("till", "phase: Idle, baseline: " + V1));
        interests.of(CART, Set.of());
        interests.reportChanged(before, null);
        assertThat(woken).isEmpty();
    }

    @Test
    void recordsOfPromotedRolloutsCountAndOthersDoNot() {
        var status = """
                phase: Idle, history: [
                {revision: v2, outcome: Promoted, finished: '2026-02-02T00:00:00Z', images: ['cart@sha256:v2']},
                {revision: v1, outcome: Withdrawn, finished: '2026-02-01T00:00:00Z', images: ['cart@sha256:v1']}]""";
        var promoted = PromotedFacts.of(Optional.of(report("cart", status).getStatus()));
        var v2 = new PromotedRelease(
                List.of("cart@sha256:v2"), List.of("sha256:v2"), Instant.parse("2026-02-02T00:00:00Z"), true);
        assertThat(promoted).isEqualTo(new FoundReport(Optional.empty(), List.of(v2)));
    }

    @Test
    void aReportThatWasNeverWrittenSaysNothing() {
        assertThat(PromotedFacts.of(Optional.of(report("cart", "score: 1").getStatus())))
                .isEqualTo(new Unreported());
    }

    private static ReadinessReport report(String name, String status) {
        var yaml = """
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessReport
                metadata: {namespace: staging, name: %s}
                status: {%s}
                """.formatted(name, status);
        return Serialization.unmarshal(yaml, ReadinessReport.class);
    }
}
