package dev.readygate.gate;

import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.Gate;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Workload.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pods of a made-up cluster. */
final class WorldPods {
    private WorldPods() {}

    static Pod up(String hash, int index, Gate gate) {
        var state = new Pod.State(true, gate != Gate.Closed, false, false, gate);
        var name = "cart-" + hash + "-" + index;
        return new Pod(
                name,
                "pod-" + name,
                hash,
                Optional.of("127.0.0." + index),
                Map.of(),
                Optional.of(8080),
                Optional.of(World.NOW),
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

    /** What the Deployment controller would say of them. */
    static Observed counted(List<Revision> revisions, long current, boolean settled, boolean outOfTime) {
        int total = revisions.stream().mapToInt(Revision::desired).sum();
        int available = revisions.stream().mapToInt(Revision::available).sum();
        int updated = revisions.stream()
                .filter(it -> it.number() == current)
                .mapToInt(Revision::desired)
                .sum();
        return new Observed(settled, current, total, updated, available, outOfTime);
    }
}
