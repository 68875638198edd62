package dev.readygate.chart;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;

/** Pods as the ReplicaSet controller creates them. */
final class ControllerPods {
    static final String GATE = "readygate.dev/verified";
    static final String LABEL = "readygate.dev/gated";

    private ControllerPods() {}

    static Pod of(String deployment, String hash) {
        return ofReplicaSet(deployment + "-" + hash, hash);
    }

    static Pod ofReplicaSet(String replicaSet, String hash) {
        return new PodBuilder()
                .withNewMetadata()
                .withGenerateName("pod-")
                .addToLabels("pod-template-hash", hash)
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName(replicaSet)
                .withUid("6f1b")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withImage("app")
                .endContainer()
                .endSpec()
                .build();
    }

    static Pod withoutOwner(Pod pod) {
        return pod.edit().editMetadata().withOwnerReferences().endMetadata().build();
    }

    static Pod withOwner(Pod pod, String kind, boolean controller) {
        return pod.edit()
                .editMetadata()
                .editFirstOwnerReference()
                .withKind(kind)
                .withController(controller)
                .endOwnerReference()
                .endMetadata()
                .build();
    }

    static Pod withLabel(Pod pod, String value) {
        return pod.edit().editMetadata().addToLabels(LABEL, value).endMetadata().build();
    }

    static Pod withGates(Pod pod, String... gates) {
        var edited = pod.edit().editSpec();
        for (var gate : gates) {
            edited.addNewReadinessGate(gate);
        }
        return edited.endSpec().build();
    }

    static List<String> gatesOf(Pod pod) {
        return pod.getSpec().getReadinessGates().stream()
                .map(it -> it.getConditionType())
                .toList();
    }

    static boolean isGated(Pod pod) {
        return gatesOf(pod).contains(GATE);
    }

    static String labelOf(Pod pod) {
        return pod.getMetadata().getLabels().get(LABEL);
    }
}
