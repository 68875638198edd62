package dev.readygate.cluster;

import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Our one condition on a pod. It is only ever set to True. */
public final class PodGates {
    private final KubernetesClient client;
    private final InstantSource clock;

    public PodGates(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    void open(DeploymentRef ref, Pod pod) {
        var patch = Patches.of(pod.uid());
        patch.putObject("status")
                .putArray("conditions")
                .addObject()
                .put("type", Names.GATE)
                .put("status", "True")
                .put("reason", "Verified")
                .put("lastTransitionTime", now().toString());
        client.pods()
                .inNamespace(ref.namespace())
                .withName(pod.name())
                .subresource("status")
                .patch(Patches.STRATEGIC, patch.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
