package dev.readygate.gate;

import static dev.readygate.gate.World.NOW;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.Revision;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a made-up cluster. */
final class MadeUp {
    private MadeUp() {}

    static Pod pod(String hash, int index, PodGate gate, boolean containersReady) {
        var state = new Pod.PodState(containersReady, containersReady && gate != PodGate.Closed, false, false, gate);
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
                new Pod.PodState(false, false, false, true, pod.state().gate()));
    }

    /** The GateBook entry that the decision writes, if it writes one. */
    static Optional<Optional<BookEntry>> written(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.WriteBook.class::isInstance)
                .map(it -> ((Effect.WriteBook) it).entry())
                .findFirst();
    }

    static Revision revision(String hash, long number, int size, int available) {
        return new Revision("cart-" + hash, "rs-" + hash, "7", hash, number, NOW, size, available, Origin.of("app"))
                .with(Optional.of(new PodTemplate(hash)));
    }

    static int desired(Stream<Revision> revisions) {
        return revisions.mapToInt(Revision::desired).sum();
    }
}
