package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
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

    public void write(ReadinessPolicy policy, ReadinessPolicyStatus status) {
        var next = new ReadinessPolicy();
        next.setMetadata(newest(policy).orElse(policy).getMetadata());
        next.setSpec(policy.getSpec());
        next.setStatus(status);
        written.put(policy.getMetadata().getUid(), client.resource(next).updateStatus());
    }
}
