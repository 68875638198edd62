package dev.readygate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid");
    private static final String V1 = """
            {revision: v1, outcome: Promoted, started: "2026-03-01T12:00:00Z", finished: "2026-03-01T12:10:00Z",
             committed: "2026-03-01T11:10:00Z"}""";
    private static final String OLD =
            "{revision: v0, outcome: Released, started: \"2026-02-01T12:00:00Z\", inferred: true}";
    private static final String BAD = """
            {revision: v2, outcome: Withdrawn, started: "2026-03-02T12:00:00Z", finished: "2026-03-02T12:10:00Z",
             failedAt: Serve, servedSince: "2026-03-02T12:05:00Z", recovered: "2026-03-02T12:10:00Z"}""";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Deliveries deliveries = new Deliveries(meters);

    private static ReadinessReportStatus report(String... history) {
        return Serialization.unmarshal(
                "---\n" + """
                phase: Idle
                baseline: {hash: v1, verifiedAt: "2026-03-01T12:10:00Z"}
                dora: {perDay: {value: 0.5}, leadTime: {value: 1h}, changeFailureRate: {count: 0}}
                history: [%s]
                """.formatted(String.join(", ", history)), ReadinessReportStatus.class);
    }

    private double rollouts(String outcome, String failed) {
        var counter = meters.find("readygate_rollouts")
                .tags("namespace", "shop", "outcome", outcome, "failed", failed)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private double gauge(String name) {
        return meters.get(name)
                .tags("namespace", "shop", "deployment", "cart")
                .gauge()
                .value();
    }

    @Test
    void eachEndingIsCountedOnce() {
        deliveries.told(CART, Optional.of(report()), report(V1, OLD));
        deliveries.told(CART, Optional.of(report(V1, OLD)), report(V1, OLD));
        deliveries.told(CART, Optional.of(report(V1)), report(BAD, V1));

        assertThat(rollouts("Promoted", "no")).isEqualTo(1);
        assertThat(rollouts("Withdrawn", "change")).isEqualTo(1);
        assertThat(rollouts("Released", "no")).isZero();
        assertThat(meters.get("readygate_lead_time").timer().totalTime(TimeUnit.MINUTES))
                .isEqualTo(60);
        assertThat(meters.get("readygate_recovery_time").timer().totalTime(TimeUnit.MINUTES))
                .isEqualTo(5);
    }

    @Test
    void anEarlierRolloutIsNotCounted() {
        deliveries.told(CART, Optional.empty(), report(V1));

        assertThat(rollouts("Promoted", "no")).isZero();
    }

    @Test
    void eachDeploymentHasItsGaugesAsLongAsItIsGoverned() {
        deliveries.told(CART, Optional.empty(), report(V1));

        assertThat(gauge("readygate_last_verified_timestamp_seconds")).isEqualTo(1772367000);
        assertThat(gauge("readygate_deployments_per_day")).isEqualTo(0.5);
        assertThat(gauge("readygate_lead_time_median_seconds")).isEqualTo(3600);
        assertThat(gauge("readygate_change_failure_percent")).isNaN();
        assertThat(gauge("readygate_recovery_time_median_seconds")).isNaN();

        deliveries.forget(CART);
        deliveries.forget(CART);

        assertThat(meters.getMeters().stream().filter(it -> it.getId().getTag("deployment") != null))
                .isEmpty();
    }
}
