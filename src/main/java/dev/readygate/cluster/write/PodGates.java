package dev.readygate.cluster.write;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.kube.Patches;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the pod condition of the readiness gate. The operator only ever sets it to True. */
public final class PodGates {
    private static final Duration UNTIL_SEEN = Duration.ofSeconds(2);

    private final Map<String, Instant> opened = new ConcurrentHashMap<>();
    private final KubernetesClient client;
    private final InstantSource clock;

    public PodGates(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Patches a pod once: the watch takes a moment to show the operator's own write. */
    void open(DeploymentRef ref, Pod pod) {
        var now = clock.instant();
        opened.values().removeIf(it -> it.isBefore(now.minus(UNTIL_SEEN)));
        if (!opened.containsKey(pod.uid())) {
            patch(ref, pod);
            opened.put(pod.uid(), now);
        }
    }

    private void patch(DeploymentRef ref, Pod pod) {
        var patch = Patches.of(pod.uid());
        patch.putObject("status")
                .putArray("conditions")
                .addObject()
                .put("type", ContractNames.GATE)
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
