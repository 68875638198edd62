package dev.readygate.checks.prometheus;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.Subject;
import dev.readygate.checks.promql.Bindings;
import dev.readygate.checks.promql.Variable;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Revision;
import java.util.List;
import java.util.Optional;

/** The values of a query's variables for the subject of a check. */
final class Bound {
    private Bound() {}

    static Bindings of(Subject subject, ReadinessDuration window) {
        var ref = subject.world().workload().ref();
        return Bindings.of(ref.namespace(), ref.name())
                .with(Variable.window, window.text())
                .with(Variable.hash, running(subject).map(Revision::hash).orElse(""))
                .withPods(Variable.newPods, names(subject.newPods()))
                .withPods(Variable.oldPods, names(oldPods(subject)));
    }

    /** A revision that waits at gate Start has no pods, and no hash in any series. */
    private static Optional<Revision> running(Subject subject) {
        return subject.revision()
                .filter(Revision::isMade)
                .or(() -> subject.world().rolling());
    }

    /** The pods beside the revision being verified. */
    static List<Pod> oldPods(Subject subject) {
        return subject.candidate()
                .map(hash -> subject.allPods().stream()
                        .filter(it -> !it.hash().equals(hash))
                        .toList())
                .orElse(List.of());
    }

    static List<String> names(List<Pod> pods) {
        return pods.stream().map(Pod::name).sorted().toList();
    }
}
