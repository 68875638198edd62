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

/** The GateBooks of all namespaces: what they say, and the only way to make them say something else. */
public final class GateBooks implements AutoCloseable {
    static final GateBookSpec EMPTY = new GateBookSpec("", Map.of());

    private final KubernetesClient client;
    private final String operator;
    private final Watched<GateBook> books;
    private final Map<String, GateBookWriter> pens = new ConcurrentHashMap<>();

    /** @param operator the user the admission policies know us by */
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

    /** What the book says; our own latest write counts before the watch has brought it back. */
    public Optional<BookEntry> entry(DeploymentRef ref) {
        return GateBookCodec.read(book(ref.namespace()), ref.name());
    }

    /** What the namespace's book says, by Deployment. */
    public Map<String, BookEntry> all(String namespace) {
        var book = book(namespace);
        var entries = new TreeMap<String, BookEntry>();
        book.deployments()
                .keySet()
                .forEach(name -> GateBookCodec.read(book, name).ifPresent(it -> entries.put(name, it)));
        return entries;
    }

    /**
     * Returns when the API server has it.
     *
     * @param decidedOn what was read here when it was decided; if the book says something else by now, it is refused
     */
    public void write(DeploymentRef ref, Optional<BookEntry> decidedOn, Optional<BookEntry> entry) {
        pens.computeIfAbsent(ref.namespace(), it -> new GateBookWriter(client, it, operator))
                .write(ref.name(), decidedOn, entry);
    }

    /** Unless it says something else by now: then somebody needs it. */
    public void takeOut(DeploymentRef ref, BookEntry entry) {
        Overtaken.wentThrough(() -> write(ref, Optional.of(entry), Optional.empty()));
    }

    private GateBookSpec book(String namespace) {
        var seen = books.named(namespace, ObjectNames.BOOK);
        var written = Optional.ofNullable(pens.get(namespace)).flatMap(GateBookWriter::latest);
        return Versions.newest(seen, written).map(GateBook::getSpec).orElse(EMPTY);
    }

    /** Somebody else's hand in the book is noticed by looking again at every Deployment whose line changed. */
    private void changed(GateBook before, GateBook after, Waker waker) {
        var old = spec(before);
        var now = spec(after);
        var namespace = (after == null ? before : after).getMetadata().getNamespace();
        if (after == null) {
            Optional.ofNullable(pens.get(namespace)).ifPresent(GateBookWriter::forget);
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
