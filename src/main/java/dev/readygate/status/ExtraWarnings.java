package dev.readygate.status;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.BookEntry.BookGate;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.util.Optional;
import java.util.stream.Stream;

/** Warnings about facts that users may not expect. */
record ExtraWarnings(Snapshot world) {
    /**
     * A ReplicaSet's name is the Deployment's, a dash and the hash; Kubernetes cuts a name that would be longer
     * than 253.
     */
    private static final int LONGEST_GATED = 242;

    Stream<String> sentences() {
        return Stream.of(notGated(), missed(), pushedAgain()).flatMap(it -> it);
    }

    private Stream<String> notGated() {
        return gating().filter(it -> world.workload().ref().name().length() > LONGEST_GATED).stream()
                .map(it ->
                        "Gate Serve is not supported here: the Deployment's name is longer than %d characters, so its pods "
                                        .formatted(LONGEST_GATED)
                                + "cannot be told to be its own.");
    }

    /** Pods that an API server admitted before it had read the GateBook. */
    private Stream<String> missed() {
        return gating().stream()
                .flatMap(entry -> world.pods().stream()
                        .filter(it -> !entry.verifies(it.hash()))
                        .filter(it ->
                                it.state().gate() == PodGate.None && !it.state().terminating())
                        .map(it ->
                                ("Gate missed: pod %s of revision %s was admitted without a gate and serves unverified; "
                                                + "delete it to have it made anew.")
                                        .formatted(it.name(), it.hash())));
    }

    private Optional<BookEntry> gating() {
        return world.book()
                .filter(it -> it.uid().equals(world.workload().ref().uid()))
                .filter(it -> it.gates().contains(BookGate.Serve));
    }

    private Stream<String> pushedAgain() {
        return world.revisions().stream()
                .filter(it -> it.desired() > 0)
                .flatMap(revision -> revision.origin().pushedAgain().stream().map(it -> pushedAgain(revision, it)));
    }

    private static String pushedAgain(Revision revision, String image) {
        return "Image %s was pushed again: pods of revision %s run different builds of it; name images by digest."
                .formatted(image, revision.hash());
    }
}
