package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What policies say of themselves; our own latest write counts before the watch has brought it back. */
public final class PolicyStatuses {
    private final KubernetesClient client;
    private final Map<String, ReadinessPolicy> written = new ConcurrentHashMap<>();

    public PolicyStatuses(KubernetesClient client) {
        this.client = client;
    }

    public Optional<ReadinessPolicyStatus> latest(ReadinessPolicy policy) {
        return newest(policy).map(ReadinessPolicy::getStatus);
    }

    private Optional<ReadinessPolicy> newest(ReadinessPolicy policy) {
        return Versions.newest(
                Optional.of(policy),
                Optional.ofNullable(written.get(policy.getMetadata().getUid())));
    }

    /** A policy that has changed or gone meanwhile is looked at again because of that. */
    public void write(ReadinessPolicy policy, ReadinessPolicyStatus status) {
        var uid = policy.getMetadata().getUid();
        var next = new ReadinessPolicy();
        next.setMetadata(newest(policy).orElse(policy).getMetadata());
        next.setSpec(policy.getSpec());
        next.setStatus(status);
        try {
            written.put(uid, client.resource(next).updateStatus());
        } catch (KubernetesClientException refused) {
            if (!Overtaken.by(refused)) {
                throw refused;
            }
            written.remove(uid);
        }
    }
}
