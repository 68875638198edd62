package dev.readygate.gate;

import static dev.readygate.gate.World.NOW;

import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.Gate;
import java.util.Map;
import java.util.Optional;

/** Pods of a made-up cluster. */
final class MadeUp {
    private MadeUp() {}

    static Pod pod(String hash, int index, Gate gate, boolean containersReady) {
        var state = new Pod.State(containersReady, containersReady && gate != Gate.Closed, false, false, gate);
        var name = "cart-" + hash + "-" + index;
        return new Pod(
                name,
                "pod-" + name,
                hash,
                Optional.of("127.0.0." + index),
                Map.of(),
                Optional.of(8080),
                Optional.of(NOW),
                state);
    }

    static Pod crashing(Pod pod) {
        return new Pod(
                pod.name(),
                pod.uid(),
                pod.hash(),
                pod.address(),
                pod.ports(),
                pod.firstPort(),
                pod.started(),
                new Pod.State(false, false, false, true, pod.state().gate()));
    }
}
