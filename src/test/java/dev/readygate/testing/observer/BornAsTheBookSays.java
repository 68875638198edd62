package dev.readygate.testing.observer;

import dev.readygate.testing.observer.Sighting.SeenBook;
import dev.readygate.testing.observer.Sighting.SeenDeployment;
import dev.readygate.testing.observer.Sighting.SeenPod;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * I5: pods of verified revisions have no gate, and no pod of an unverified revision gets past a GateBook that the
 * API server has read. An opened gate is never closed.
 */
final class BornAsTheBookSays implements Invariant {
    /** The API server sees a written GateBook some milliseconds later, more on a busy machine. */
    private static final Duration UNTIL_SEEN = Duration.ofSeconds(2);

    @Override
    public Stream<Violation> brokenIn(History history) {
        var known = new HashSet<String>();
        return Stream.concat(
                history.all(SeenPod.class)
                        .filter(it -> known.add(it.what().uid()))
                        .flatMap(it -> wronglyBorn(history, it).stream()),
                history.changes(SeenPod.class)
                        .filter(it -> it.old().gate().open() && !it.now().gate().open())
                        .map(it -> Violation.of(
                                "I5",
                                it.to(),
                                "the gate of pod %s was closed again",
                                it.now().name())));
    }

    private static Optional<Violation> wronglyBorn(History history, Seen<SeenPod> born) {
        var pod = born.what();
        return whatTheBookSaidForLong(history, born)
                .filter(line -> line.gates(pod.hash()) != pod.gate().born())
                .filter(line -> !pod.gate().born() || line.gatesServe())
                .map(line -> Violation.of(
                        "I5",
                        born,
                        pod.gate().born()
                                ? "pod %s of revision %s of Deployment %s was born with a gate, and the book had said for long "
                                        + "that the revision is verified"
                                : "pod %s of revision %s of Deployment %s was born without a gate, and the book had said for "
                                        + "long that the revision is not verified",
                        pod.name(),
                        pod.hash(),
                        pod.deployment()));
    }

    /** Empty if the GateBook changed a moment before, or if the entry is about another Deployment of that name. */
    private static Optional<BookLine> whatTheBookSaidForLong(History history, Seen<SeenPod> born) {
        var name = born.what().deployment();
        var said = history.lineBefore(born.version(), name);
        var then = born.at().minus(UNTIL_SEEN);
        var saidThen = history.all(SeenBook.class)
                .filter(it -> it.at().isBefore(then))
                .reduce((earlier, later) -> later)
                .filter(it -> !it.gone())
                .map(it -> it.what().lines().get(name));
        var uid = history.before(
                        born.version(), SeenDeployment.class, it -> it.name().equals(name))
                .map(it -> it.what().uid());
        return said.filter(it -> said.equals(saidThen))
                .filter(it -> Optional.of(it.uid()).equals(uid));
    }
}
