package dev.readygate.cluster.policy;

import dev.readygate.api.v1alpha1.ClusterReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.ExpiringCache;
import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.cluster.kube.Versions;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** The statuses of policies. The operator's own latest write counts before the watch shows it. */
public final class PolicyStatuses {
    private final KubernetesClient client;
    private final ExpiringCache<CustomResource<?, ReadinessPolicyStatus>> written = new ExpiringCache<>();

    public PolicyStatuses(KubernetesClient client) {
        this.client = client;
    }

    public Optional<ReadinessPolicyStatus> latest(CustomResource<?, ReadinessPolicyStatus> policy) {
        return newest(policy).map(CustomResource::getStatus);
    }

    private Optional<CustomResource<?, ReadinessPolicyStatus>> newest(CustomResource<?, ReadinessPolicyStatus> policy) {
        return Versions.newest(
                Optional.of(policy), written.of(policy.getMetadata().getUid()));
    }

    public void write(ReadinessPolicy policy, ReadinessPolicyStatus status) {
        write(policy, new ReadinessPolicy(), status);
    }

    public void write(ClusterReadinessPolicy policy, ReadinessPolicyStatus status) {
        write(policy, new ClusterReadinessPolicy(), status);
    }

    /** A conflict needs no retry: the change or deletion of the policy leads to another reconcile. */
    private <T extends CustomResource<?, ReadinessPolicyStatus>> void write(
            T policy, T next, ReadinessPolicyStatus status) {
        var uid = policy.getMetadata().getUid();
        next.setMetadata(Trims.metadata(newest(policy).orElse(policy).getMetadata()));
        next.setStatus(status);
        boolean went = Overtaken.wentThrough(() -> {
            var said = client.resource(next).updateStatus();
            said.setSpec(null);
            said.setMetadata(Trims.metadata(said.getMetadata()));
            written.put(uid, said);
        });
        if (!went) {
            written.forget(uid);
        }
    }
}
