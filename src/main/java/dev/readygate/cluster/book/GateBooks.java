package dev.readygate.cluster.book;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.cluster.kube.Versions;
import dev.readygate.cluster.kube.Waker;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Reads and writes the GateBooks of all namespaces. No other class writes them. */
public final class GateBooks implements AutoCloseable {
    static final GateBookSpec EMPTY = new GateBookSpec("", Map.of());

    private final KubernetesClient client;
    private final String operator;
    private final Watched<GateBook> books;
    private final Map<String, GateBookWriter> writers = new ConcurrentHashMap<>();

    /** @param operator the user by which the admission policies know the operator */
    public GateBooks(KubernetesClient client, WatchScope scope, String operator, Waker waker) {
        this.client = client;
        this.operator = operator;
        var view = new View<GateBook>(UnaryOperator.identity(), book -> List.of());
        this.books = Watched.of(
                scope.of(client.resources(GateBook.class)), view, (before, after) -> changed(before, after, waker));
    }

    public void start() {
        books.start();
    }

    public boolean fresh() {
        return books.fresh();
    }

    /** The entry in the book. The operator's own latest write counts before the watch shows it. */
    public Optional<BookEntry> entry(DeploymentRef ref) {
        return GateBookCodec.read(book(ref.namespace()), ref.name());
    }

    /** The entries of the namespace's book, by Deployment. */
    public Map<String, BookEntry> all(String namespace) {
        var book = book(namespace);
        var entries = new TreeMap<String, BookEntry>();
        book.deployments()
                .keySet()
                .forEach(name -> GateBookCodec.read(book, name).ifPresent(it -> entries.put(name, it)));
        return entries;
    }

    /**
     * Returns when the API server has stored the entry.
     *
     * @param decidedOn the book's entry when this was decided; a book with another entry counts as a conflict
     */
    public void write(DeploymentRef ref, Optional<BookEntry> decidedOn, Optional<BookEntry> entry) {
        writers.computeIfAbsent(ref.namespace(), it -> new GateBookWriter(client, it, operator))
                .write(ref.name(), decidedOn, entry);
    }

    /** Removes the entry, unless it has changed: then it is needed. */
    public void takeOut(DeploymentRef ref, BookEntry entry) {
        Overtaken.wentThrough(() -> write(ref, Optional.of(entry), Optional.empty()));
    }

    private GateBookSpec book(String namespace) {
        var seen = books.named(namespace, ObjectNames.BOOK);
        var written = Optional.ofNullable(writers.get(namespace)).flatMap(GateBookWriter::latest);
        return Versions.newest(seen, written).map(GateBook::getSpec).orElse(EMPTY);
    }

    /** Reconciles every Deployment whose entry changed, so that the operator notices writes of other clients. */
    private void changed(GateBook before, GateBook after, Waker waker) {
        var old = spec(before);
        var now = spec(after);
        var namespace = (after == null ? before : after).getMetadata().getNamespace();
        if (after == null) {
            Optional.ofNullable(writers.get(namespace)).ifPresent(GateBookWriter::forget);
        }
        GateBookCodec.differences(old, now).forEach(it -> waker.wake(namespace, it));
    }

    private static GateBookSpec spec(GateBook book) {
        return Optional.ofNullable(book).map(GateBook::getSpec).orElse(EMPTY);
    }

    @Override
    public void close() {
        books.close();
    }
}
