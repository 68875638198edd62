package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.cluster.Watched.View;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The GateBooks of all namespaces: what they say, and the only way to make them say something else. */
public final class GateBooks implements AutoCloseable {
    private final KubernetesClient client;
    private final String operator;
    private final Watched<GateBook> books;
    private final Map<String, BookPen> pens = new ConcurrentHashMap<>();

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
        return Optional.ofNullable(lines(ref.namespace()).get(ref.name())).flatMap(BookText::read);
    }

    /** What the namespace's book says, by Deployment. */
    public Map<String, BookEntry> all(String namespace) {
        var entries = new TreeMap<String, BookEntry>();
        lines(namespace).forEach((name, text) -> BookText.read(text).ifPresent(it -> entries.put(name, it)));
        return entries;
    }

    /** Returns when the API server has it. */
    public void write(DeploymentRef ref, Optional<BookEntry> entry) {
        pens.computeIfAbsent(ref.namespace(), it -> new BookPen(client, it, operator))
                .write(ref.name(), entry.map(BookText::write));
    }

    private Map<String, String> lines(String namespace) {
        var seen = books.named(namespace, Names.BOOK);
        var written = Optional.ofNullable(pens.get(namespace)).flatMap(BookPen::latest);
        return Versions.newest(seen, written)
                .map(GateBook::getSpec)
                .map(GateBookSpec::deployments)
                .orElse(Map.of());
    }

    /** Somebody else's hand in the book is noticed by looking again at every Deployment whose line changed. */
    private void changed(GateBook before, GateBook after, Waker waker) {
        var old = lines(before);
        var now = lines(after);
        var namespace = (after == null ? before : after).getMetadata().getNamespace();
        if (after == null) {
            Optional.ofNullable(pens.get(namespace)).ifPresent(BookPen::forget);
        }
        Stream.concat(old.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(it -> !Objects.equals(old.get(it), now.get(it)))
                .forEach(it -> waker.wake(namespace, it));
    }

    private static Map<String, String> lines(GateBook book) {
        return Optional.ofNullable(book)
                .map(GateBook::getSpec)
                .map(GateBookSpec::deployments)
                .orElse(Map.of());
    }

    @Override
    public void close() {
        books.close();
    }
}
