package dev.readygate.cluster.facts;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.RevisionDecisions;
import dev.readygate.facts.Workload;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.facts.Workload.Observed;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a Deployment, as the API server returned it, into facts. */
public final class WorkloadFacts {
    private WorkloadFacts() {}

    public static DeploymentRef ref(Deployment deployment) {
        var metadata = deployment.getMetadata();
        return new DeploymentRef(metadata.getNamespace(), metadata.getName(), metadata.getUid());
    }

    public static Workload of(Deployment deployment) {
        var metadata = deployment.getMetadata();
        return new Workload(
                ref(deployment),
                metadata.getResourceVersion(),
                metadata.getGeneration(),
                Instant.parse(metadata.getCreationTimestamp()),
                Optional.ofNullable(metadata.getLabels()).orElse(Map.of()),
                desired(deployment),
                observed(deployment),
                annotation(deployment, ContractNames.HELD),
                wishes(deployment),
                Origins.of(deployment),
                Optional.empty());
    }

    private static RevisionDecisions wishes(Deployment deployment) {
        return new RevisionDecisions(
                annotation(deployment, ContractNames.PROCEED),
                annotation(deployment, ContractNames.REJECT),
                annotation(deployment, ContractNames.RETRY),
                annotation(deployment, ContractNames.DECIDED_BY));
    }

    private static Desired desired(Deployment deployment) {
        var spec = deployment.getSpec();
        int replicas = Objects.requireNonNullElse(spec.getReplicas(), 1);
        boolean paused = Boolean.TRUE.equals(spec.getPaused());
        boolean forgetful = Integer.valueOf(0).equals(spec.getRevisionHistoryLimit());
        var strategy = Optional.ofNullable(spec.getStrategy());
        if (strategy.map(DeploymentStrategy::getType).filter("Recreate"::equals).isPresent()) {
            return new Desired(replicas, paused, replicas, 0, true, forgetful, patience(spec));
        }
        var rolling = strategy.map(DeploymentStrategy::getRollingUpdate);
        int surge = share(rolling.map(RollingUpdateDeployment::getMaxSurge), replicas, true);
        int unavailable = share(rolling.map(RollingUpdateDeployment::getMaxUnavailable), replicas, false);
        // The Deployment controller does the same: with neither, no rollout could proceed.
        int missing = surge == 0 && unavailable == 0 ? 1 : unavailable;
        return new Desired(replicas, paused, missing, surge, false, forgetful, patience(spec));
    }

    /** 600 is the API server's default. */
    private static Duration patience(DeploymentSpec spec) {
        return Duration.ofSeconds(Objects.requireNonNullElse(spec.getProgressDeadlineSeconds(), 600));
    }

    /** An absolute number, or a percentage: rounded up for maxSurge, down for maxUnavailable. */
    private static int share(Optional<IntOrString> declared, int replicas, boolean up) {
        var value = declared.orElse(new IntOrString("25%"));
        if (value.getStrVal() == null) {
            return value.getIntVal();
        }
        int percent = Integer.parseInt(value.getStrVal().replace("%", ""));
        return up ? Math.ceilDiv(percent * replicas, 100) : percent * replicas / 100;
    }

    private static Observed observed(Deployment deployment) {
        var status = deployment.getStatus();
        var seen = Objects.requireNonNullElse(status.getObservedGeneration(), 0L);
        return new Observed(
                seen >= deployment.getMetadata().getGeneration(),
                revisionNumber(deployment),
                Objects.requireNonNullElse(status.getReplicas(), 0),
                Objects.requireNonNullElse(status.getUpdatedReplicas(), 0),
                Objects.requireNonNullElse(status.getAvailableReplicas(), 0),
                gaveUp(status.getConditions()));
    }

    private static Optional<Instant> gaveUp(List<DeploymentCondition> conditions) {
        return conditions.stream()
                .filter(it -> "ProgressDeadlineExceeded".equals(it.getReason()))
                .flatMap(it -> Stream.ofNullable(it.getLastUpdateTime()))
                .map(Instant::parse)
                .findFirst();
    }

    static long revisionNumber(HasMetadata object) {
        return annotation(object, ObjectNames.REVISION).map(Long::parseLong).orElse(0L);
    }

    public static Optional<String> annotation(HasMetadata object, String name) {
        return Optional.ofNullable(object.getMetadata().getAnnotations()).map(it -> it.get(name));
    }
}
