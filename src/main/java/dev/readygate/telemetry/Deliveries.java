package dev.readygate.telemetry;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.DoraStatus.DoraNumber;
import dev.readygate.api.v1alpha1.DoraStatus.DoraTime;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.facts.DeploymentRef;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Deliveries as metrics: ended rollouts are counted by namespace, and each governed Deployment has five gauges,
 * which are removed with it.
 */
public final class Deliveries {
    private final MeterRegistry meters;
    private final Map<DeploymentRef, ShownDelivery> shown = new ConcurrentHashMap<>();

    public Deliveries(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The values of one Deployment, and their gauges. */
    private static final class ShownDelivery {
        private volatile ReadinessReportStatus report;
        private List<Meter> gauges = List.of();
    }

    /** @param before the report until now; a rollout that is only in the new report has just ended */
    public void told(DeploymentRef ref, Optional<ReadinessReportStatus> before, ReadinessReportStatus now) {
        show(ref, now);
        before.map(ReadinessReportStatus::history).stream()
                .flatMap(old -> now.history().stream().filter(it -> !it.inferred() && isNew(it, old)))
                .forEach(it -> count(ref.namespace(), it));
    }

    private static boolean isNew(RolloutRecord rollout, List<RolloutRecord> before) {
        return before.stream()
                .noneMatch(it ->
                        it.revision().equals(rollout.revision()) && Objects.equals(it.started(), rollout.started()));
    }

    private void count(String namespace, RolloutRecord rollout) {
        Counter.builder("readygate_rollouts")
                .description("Rollouts that have ended")
                .tag("namespace", namespace)
                .tag("outcome", rollout.outcome().name())
                .tag("failed", rollout.failedAt() == null ? "no" : rollout.served() ? "change" : "prevented")
                .register(meters)
                .increment();
        if (rollout.outcome() == RolloutOutcome.Promoted && rollout.committed() != null) {
            time("readygate_lead_time", "From commit to verified", namespace)
                    .record(between(rollout.committed(), rollout.finished()));
        }
        if (rollout.recovered() != null) {
            time("readygate_recovery_time", "From taking traffic to a good revision again", namespace)
                    .record(between(rollout.servedSince(), rollout.recovered()));
        }
    }

    private Timer time(String name, String what, String namespace) {
        return Timer.builder(name)
                .description(what + ", of one rollout")
                .tag("namespace", namespace)
                .register(meters);
    }

    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private void show(DeploymentRef ref, ReadinessReportStatus report) {
        shown.computeIfAbsent(ref, this::gauges).report = report;
    }

    private ShownDelivery gauges(DeploymentRef ref) {
        var one = new ShownDelivery();
        var tags = Tags.of("namespace", ref.namespace(), "deployment", ref.name());
        one.gauges = Stream.of(
                        new DeliveryMetric(
                                "readygate_last_verified_timestamp_seconds",
                                "When its baseline was verified: a marker of deployments",
                                Deliveries::lastVerified),
                        new DeliveryMetric(
                                "readygate_deployments_per_day",
                                "Verified revisions a day, over 90 days",
                                it -> number(it.dora(), DoraStatus::perDay)),
                        new DeliveryMetric(
                                "readygate_change_failure_percent",
                                "Changes that failed under traffic, over 90 days",
                                it -> number(it.dora(), DoraStatus::changeFailureRate)),
                        new DeliveryMetric(
                                "readygate_lead_time_median_seconds",
                                "From commit to verified, over 90 days",
                                it -> time(it.dora(), DoraStatus::leadTime)),
                        new DeliveryMetric(
                                "readygate_recovery_time_median_seconds",
                                "From taking traffic to a good revision again, over 90 days",
                                it -> time(it.dora(), DoraStatus::recoveryTime)))
                .<Meter>map(
                        it -> Gauge.builder(it.name(), one, shown -> it.value().applyAsDouble(shown.report))
                                .description(it.what())
                                .tags(tags)
                                .strongReference(true)
                                .register(meters))
                .toList();
        return one;
    }

    private record DeliveryMetric(String name, String what, ToDoubleFunction<ReadinessReportStatus> value) {}

    private static double lastVerified(ReadinessReportStatus report) {
        return Optional.ofNullable(report.baseline())
                .filter(it -> !it.unproven())
                .map(BaselineStatus::verifiedAt)
                .map(it -> (double) it.getEpochSecond())
                .orElse(Double.NaN);
    }

    private static double number(DoraStatus dora, Function<DoraStatus, DoraNumber> which) {
        return Optional.ofNullable(dora).map(which).map(DoraNumber::value).orElse(Double.NaN);
    }

    private static double time(DoraStatus dora, Function<DoraStatus, DoraTime> which) {
        return Optional.ofNullable(dora)
                .map(which)
                .map(DoraTime::value)
                .map(it -> (double) it.toDuration().toSeconds())
                .orElse(Double.NaN);
    }

    /** The Deployment is deleted, or no policy selects it any more. */
    public void forget(DeploymentRef ref) {
        Optional.ofNullable(shown.remove(ref)).ifPresent(it -> it.gauges.forEach(meters::remove));
    }
}
