package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateBookSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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

    BookPen(KubernetesClient client, String namespace, String operator) {
        this.client = client;
        this.namespace = namespace;
        this.operator = operator;
    }

    /** One Deployment's line; no text takes it out. */
    private static final class Line {
        private final String deployment;
        private final Optional<String> text;
        private boolean written;

        Line(String deployment, Optional<String> text) {
            this.deployment = deployment;
            this.text = text;
        }
    }

    void write(String deployment, Optional<String> text) {
        var line = new Line(deployment, text);
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
            latest = Optional.of(write(lines, TRIES));
            lines.forEach(it -> it.written = true);
        } catch (KubernetesClientException refused) {
            // Each of the others writes its own line again, and gets its own answer.
            lines.stream().filter(it -> it != own).forEach(waiting::add);
            throw refused;
        }
    }

    private GateBook write(List<Line> lines, int tries) {
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

    private GateBook patch(List<Line> lines, GateBook current) {
        var metadata = current.getMetadata();
        var patch = Patches.of(metadata.getUid(), metadata.getResourceVersion());
        var spec = patch.putObject("spec").put("operator", operator);
        var deployments = spec.putObject("deployments");
        lines.forEach(it -> deployments.put(it.deployment, it.text.orElse(null)));
        return book().patch(Patches.MERGE, patch.toString());
    }

    private GateBook create(List<Line> lines) {
        var book = new GateBook();
        book.getMetadata().setNamespace(namespace);
        book.getMetadata().setName(Names.BOOK);
        var deployments = new TreeMap<String, String>();
        lines.forEach(it -> it.text.ifPresent(text -> deployments.put(it.deployment, text)));
        book.setSpec(new GateBookSpec(operator, deployments));
        return client.resource(book).create();
    }

    private Resource<GateBook> book() {
        return client.resources(GateBook.class).inNamespace(namespace).withName(Names.BOOK);
    }
}
