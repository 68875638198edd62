package dev.readygate.cluster.facts;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.Pod.PodState;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a pod, as the API server returned it, into facts. */
public final class PodFacts {
    private PodFacts() {}

    public static Pod of(io.fabric8.kubernetes.api.model.Pod pod, String hash) {
        var ports = pod.getSpec().getContainers().stream()
                .flatMap(it -> it.getPorts().stream())
                .toList();
        return new Pod(
                pod.getMetadata().getName(),
                pod.getMetadata().getUid(),
                hash,
                Optional.ofNullable(pod.getStatus().getPodIP()).filter(it -> running(pod)),
                named(ports),
                ports.stream().findFirst().map(ContainerPort::getContainerPort),
                started(pod),
                state(pod));
    }

    private static boolean running(io.fabric8.kubernetes.api.model.Pod pod) {
        return "Running".equals(pod.getStatus().getPhase());
    }

    private static Map<String, Integer> named(List<ContainerPort> ports) {
        return ports.stream()
                .filter(it -> it.getName() != null)
                .collect(Collectors.toMap(
                        ContainerPort::getName, ContainerPort::getContainerPort, (first, second) -> first));
    }

    /** When the last container started; empty while one of them does not run. */
    private static Optional<Instant> started(io.fabric8.kubernetes.api.model.Pod pod) {
        var starts = pod.getStatus().getContainerStatuses().stream()
                .map(PodFacts::started)
                .toList();
        return starts.stream().allMatch(Optional::isPresent)
                ? starts.stream().flatMap(Optional::stream).max(Instant::compareTo)
                : Optional.empty();
    }

    private static Optional<Instant> started(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .map(it -> it.getRunning())
                .map(it -> it.getStartedAt())
                .map(Instant::parse);
    }

    /** The digests to which the node resolved the images. */
    public static Stream<String> digests(io.fabric8.kubernetes.api.model.Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .map(ContainerStatus::getImageID)
                .filter(Objects::nonNull)
                .flatMap(it -> Origin.digest(it).stream());
    }

    /** The digest to which the node resolved each image of the pod's spec. */
    public static Stream<Map.Entry<String, String>> builds(io.fabric8.kubernetes.api.model.Pod pod) {
        var asked = pod.getSpec().getContainers().stream()
                .collect(Collectors.toMap(Container::getName, Container::getImage, (first, second) -> first));
        return pod.getStatus().getContainerStatuses().stream()
                .filter(it -> it.getImageID() != null && asked.containsKey(it.getName()))
                .flatMap(it -> Origin.digest(it.getImageID()).stream()
                        .map(digest -> Map.entry(asked.get(it.getName()), digest)));
    }

    private static PodState state(io.fabric8.kubernetes.api.model.Pod pod) {
        return new PodState(
                isTrue(pod, "ContainersReady"),
                isTrue(pod, "Ready"),
                pod.getMetadata().getDeletionTimestamp() != null,
                pod.getStatus().getContainerStatuses().stream().anyMatch(PodFacts::crashing),
                gate(pod),
                servedSince(pod));
    }

    /** The readiness gate never closes again, so its time counts; a pod without one serves since it is ready. */
    private static Optional<Instant> servedSince(io.fabric8.kubernetes.api.model.Pod pod) {
        var says = gate(pod) == PodGate.None ? "Ready" : ContractNames.GATE;
        return pod.getStatus().getConditions().stream()
                .filter(it -> it.getType().equals(says) && "True".equals(it.getStatus()))
                .map(PodCondition::getLastTransitionTime)
                .filter(Objects::nonNull)
                .map(Instant::parse)
                .findFirst();
    }

    private static boolean crashing(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .map(it -> it.getWaiting())
                .filter(it -> "CrashLoopBackOff".equals(it.getReason()))
                .isPresent();
    }

    private static PodGate gate(io.fabric8.kubernetes.api.model.Pod pod) {
        var declared = pod.getSpec().getReadinessGates().stream()
                .anyMatch(it -> it.getConditionType().equals(ContractNames.GATE));
        if (!declared) {
            return PodGate.None;
        }
        return isTrue(pod, ContractNames.GATE) ? PodGate.Open : PodGate.Closed;
    }

    private static boolean isTrue(io.fabric8.kubernetes.api.model.Pod pod, String type) {
        return pod.getStatus().getConditions().stream()
                .filter(it -> it.getType().equals(type))
                .map(PodCondition::getStatus)
                .anyMatch("True"::equals);
    }
}
