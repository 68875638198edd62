package dev.readygate.cluster.book;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.cluster.kube.Patches;
import dev.readygate.facts.BookEntry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes the GateBook of one namespace. Entries that arrive during a write go together into the next one, because the
 * API server rewrites the whole book each time.
 */
final class GateBookWriter {
    private static final int TRIES = 4;

    private final KubernetesClient client;
    private final String namespace;
    private final String operator;
    private final ConcurrentLinkedQueue<PendingLine> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Optional<GateBook> latest = Optional.empty();

    GateBookWriter(KubernetesClient client, String namespace, String operator) {
        this.client = client;
        this.namespace = namespace;
        this.operator = operator;
    }

    /** An entry that waits for a write; an empty one removes the Deployment. */
    private static final class PendingLine {
        private final String deployment;
        private final Optional<BookEntry> decidedOn;
        private final Optional<BookEntry> entry;
        private Fate fate = Fate.Waiting;

        PendingLine(String deployment, Optional<BookEntry> decidedOn, Optional<BookEntry> entry) {
            this.deployment = deployment;
            this.decidedOn = decidedOn;
            this.entry = entry;
        }

        /** The book still has the entry on which the decision was based. */
        boolean isTimely(GateBookSpec book) {
            return GateBookCodec.read(book, deployment).equals(decidedOn);
        }
    }

    private enum Fate {
        Waiting,
        Written,
        Outdated
    }

    /**
     * @param decidedOn the book's entry when this was decided. The API server may carry out a write long after its
     *     answer was lost, so a book with another entry counts as a conflict.
     */
    void write(String deployment, Optional<BookEntry> decidedOn, Optional<BookEntry> entry) {
        var line = new PendingLine(deployment, decidedOn, entry);
        waiting.add(line);
        writing.lock();
        try {
            if (line.fate == Fate.Waiting) {
                writeAllWaitingWith(line);
            }
        } finally {
            writing.unlock();
        }
        if (line.fate == Fate.Outdated) {
            throw Overtaken.because("the GateBook says something else of %s by now".formatted(deployment));
        }
    }

    Optional<GateBook> latest() {
        return latest;
    }

    /** The book was deleted, so the latest write no longer counts. */
    void forget() {
        latest = Optional.empty();
    }

    private void writeAllWaitingWith(PendingLine own) {
        var lines = new ArrayList<PendingLine>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            lines.add(next);
        }
        try {
            latest = Optional.ofNullable(write(lines, TRIES));
        } catch (KubernetesClientException refused) {
            // Each of the others writes its own entry again, and gets its own answer.
            lines.stream().filter(it -> it != own && it.fate == Fate.Waiting).forEach(waiting::add);
            throw refused;
        }
    }

    /** @return the book after the write; null if there is none and no entry was to be written */
    private GateBook write(List<PendingLine> lines, int tries) {
        try {
            var current = book().get();
            var timely = timely(lines, current);
            if (timely.isEmpty()) {
                return current;
            }
            var written = current == null ? create(together(timely)) : patch(together(timely), current);
            timely.forEach(it -> it.fate = Fate.Written);
            return written;
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == HttpURLConnection.HTTP_CONFLICT && tries > 1) {
                return write(lines, tries - 1);
            }
            throw refused;
        }
    }

    private static List<PendingLine> timely(List<PendingLine> lines, GateBook current) {
        var spec = Optional.ofNullable(current).map(GateBook::getSpec).orElse(GateBooks.EMPTY);
        lines.stream().filter(it -> !it.isTimely(spec)).forEach(it -> it.fate = Fate.Outdated);
        return lines.stream().filter(it -> it.fate == Fate.Waiting).toList();
    }

    private static GateBookPatch together(List<PendingLine> lines) {
        var all = new GateBookPatch();
        lines.forEach(it -> all.put(it.deployment, it.entry));
        return all;
    }

    private GateBook patch(GateBookPatch lines, GateBook current) {
        var metadata = current.getMetadata();
        var patch = Patches.of(metadata.getUid(), metadata.getResourceVersion());
        patch.set("spec", lines.patch(operator, current.getSpec()));
        return book().patch(Patches.MERGE, patch.toString());
    }

    private GateBook create(GateBookPatch lines) {
        var book = new GateBook();
        book.getMetadata().setNamespace(namespace);
        book.getMetadata().setName(ObjectNames.BOOK);
        var spec = lines.patch(operator, new GateBookSpec(operator, Map.of()));
        book.setSpec(client.getKubernetesSerialization().convertValue(spec, GateBookSpec.class));
        return client.resource(book).create();
    }

    private Resource<GateBook> book() {
        return client.resources(GateBook.class).inNamespace(namespace).withName(ObjectNames.BOOK);
    }
}
