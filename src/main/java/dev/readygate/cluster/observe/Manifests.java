package dev.readygate.cluster.observe;

import dev.readygate.cluster.facts.WorkloadFacts;
import dev.readygate.cluster.kube.Waker;
import dev.readygate.cluster.observe.RelatedResource.Aim;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Horizon;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Manifest.Around;
import dev.readygate.policy.RelatedKind.ReferencedDeployment;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whole manifests and the objects related to them, read and watched only as far as the checks look. */
final class Manifests implements AutoCloseable {
    private final RawDeployments deployments;
    private final RelatedObjects relatedObjects;
    private final Map<DeploymentRef, Manifest> latest = new ConcurrentHashMap<>();

    Manifests(KubernetesClient client, RelatedObjects.KindWatches sources, Waker waker) {
        this.deployments = new RawDeployments(client);
        this.relatedObjects = sources.of(EnumSet.allOf(RelatedResource.class), waker);
    }

    /** Returns the same instance while nothing changed, so that results cached in it stay. */
    Optional<Manifest> of(Deployment deployment, Horizon horizon) {
        var ref = WorkloadFacts.ref(deployment);
        return seen(ref, deployment, horizon)
                .map(it -> latest.merge(ref, it, (last, now) -> last.equals(now) ? last : now));
    }

    private Optional<Manifest> seen(DeploymentRef ref, Deployment deployment, Horizon horizon) {
        if (horizon == Horizon.Rollout) {
            forget(ref);
            return Optional.empty();
        }
        var object = deployments.of(ref, deployment);
        if (horizon == Horizon.Manifest) {
            relatedObjects.noLongerNeed(ref);
            return object.map(it -> new Manifest(it, Optional.empty()));
        }
        return object.map(it -> new Manifest(it, around(aim(ref, it))));
    }

    void forget(DeploymentRef ref) {
        latest.remove(ref);
        deployments.forget(ref);
        relatedObjects.noLongerNeed(ref);
    }

    private static Aim aim(DeploymentRef ref, Map<String, Object> object) {
        return new Aim(ref, ReferencedDeployment.of(ref.name(), object));
    }

    private Optional<Around> around(Aim aim) {
        relatedObjects.need(aim);
        return relatedObjects.isKnown(aim.ref().namespace())
                ? Optional.of(new Around(
                        all(aim, RelatedResource.DisruptionBudget),
                        all(aim, RelatedResource.Autoscaler),
                        all(aim, RelatedResource.Service),
                        all(aim, RelatedResource.NetworkPolicy),
                        all(aim, RelatedResource.ServiceAccount).stream()
                                .findFirst()
                                .orElse(Map.of())))
                : Optional.empty();
    }

    private List<Map<String, Object>> all(Aim aim, RelatedResource kind) {
        return relatedObjects.around(aim, kind).orElse(List.of());
    }

    @Override
    public void close() {
        relatedObjects.close();
    }
}
