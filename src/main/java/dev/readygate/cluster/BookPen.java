package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateBookSpec;
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
 * Writes one namespace's book. Lines that come while a write is under way go out together in the next: the API server
 * rewrites the whole book for each.
 */
final class BookPen {
    private static final int TRIES = 4;

    private final KubernetesClient client;
    private final String namespace;
    private final String operator;
    private final ConcurrentLinkedQueue<Line> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Optional<GateBook> latest = Optional.empty();

    /** The latest write may have been carried out, and nobody knows. */
    private boolean unanswered;

    BookPen(KubernetesClient client, String namespace, String operator) {
        this.client = client;
        this.namespace = namespace;
        this.operator = operator;
    }

    /** One Deployment's line; no entry takes it out. */
    private static final class Line {
        private final String deployment;
        private final Optional<BookEntry> entry;
        private boolean written;

        Line(String deployment, Optional<BookEntry> entry) {
            this.deployment = deployment;
            this.entry = entry;
        }
    }

    void write(String deployment, Optional<BookEntry> entry) {
        var line = new Line(deployment, entry);
        waiting.add(line);
        writing.lock();
        try {
            if (!line.written) {
                writeAllWaitingWith(line);
            }
        } finally {
            writing.unlock();
        }
    }

    Optional<GateBook> latest() {
        return latest;
    }

    /** The book was deleted: what we once wrote no longer says anything. */
    void forget() {
        latest = Optional.empty();
    }

    private void writeAllWaitingWith(Line own) {
        var lines = new ArrayList<Line>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            lines.add(next);
        }
        try {
            lookAfterAnUnansweredWrite();
            latest = Optional.of(write(together(lines), TRIES));
            lines.forEach(it -> it.written = true);
        } catch (KubernetesClientException refused) {
            unanswered = refused.getCode() == 0 || refused.getCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR;
            // Each of the others writes its own line again, and gets its own answer.
            lines.stream().filter(it -> it != own).forEach(waiting::add);
            throw refused;
        }
    }

    /** What is to be written was decided without knowing of that write: it is to be decided again. */
    private void lookAfterAnUnansweredWrite() {
        if (unanswered) {
            latest = Optional.ofNullable(book().get());
            throw new KubernetesClientException(
                    "the book may have been written without an answer", HttpURLConnection.HTTP_CONFLICT, null);
        }
    }

    private static BookLines together(List<Line> lines) {
        var all = new BookLines();
        lines.forEach(it -> all.put(it.deployment, it.entry));
        return all;
    }

    private GateBook write(BookLines lines, int tries) {
        try {
            var current = book().get();
            return current == null ? create(lines) : patch(lines, current);
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == HttpURLConnection.HTTP_CONFLICT && tries > 1) {
                return write(lines, tries - 1);
            }
            throw refused;
        }
    }

    private GateBook patch(BookLines lines, GateBook current) {
        var metadata = current.getMetadata();
        var patch = Patches.of(metadata.getUid(), metadata.getResourceVersion());
        patch.set("spec", lines.patch(operator, current.getSpec()));
        return book().patch(Patches.MERGE, patch.toString());
    }

    private GateBook create(BookLines lines) {
        var book = new GateBook();
        book.getMetadata().setNamespace(namespace);
        book.getMetadata().setName(Names.BOOK);
        var spec = lines.patch(operator, new GateBookSpec(operator, Map.of()));
        book.setSpec(client.getKubernetesSerialization().convertValue(spec, GateBookSpec.class));
        return client.resource(book).create();
    }

    private Resource<GateBook> book() {
        return client.resources(GateBook.class).inNamespace(namespace).withName(Names.BOOK);
    }
}
