package dev.readygate.testing;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;

/** Properties of pods for tests. */
final class Pods {
    private static final String GATE = "readygate.dev/verified";

    private Pods() {}

    static boolean goes(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() != null;
    }

    static boolean runs(Release release, Pod pod) {
        return runs(release, pod.getSpec());
    }

    static boolean runs(Release release, PodSpec spec) {
        return spec.getContainers().getFirst().getImage().equals(release.image());
    }

    static boolean ready(Pod pod) {
        return isTrue(pod, "Ready");
    }

    static boolean hasGate(Pod pod) {
        return pod.getSpec().getReadinessGates().stream()
                .anyMatch(it -> it.getConditionType().equals(GATE));
    }

    /** Every condition except the gate is true. */
    static boolean waitsForItsGate(Pod pod) {
        return hasGate(pod) && isTrue(pod, "ContainersReady") && !isTrue(pod, GATE);
    }

    private static boolean isTrue(Pod pod, String type) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(it -> it.getType().equals(type) && it.getStatus().equals("True"));
    }
}
