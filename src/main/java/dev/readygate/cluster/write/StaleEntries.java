package dev.readygate.cluster.write;

import dev.readygate.cluster.book.GateBooks;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.Predicate;

/** Lines of Deployments that were deleted while nobody of us was looking. */
public final class StaleEntries {
    private final KubernetesClient client;
    private final GateBooks books;

    public StaleEntries(KubernetesClient client, GateBooks books) {
        this.client = client;
        this.books = books;
    }

    /**
     * Takes them out of the namespace's book.
     *
     * @param known whom a cache knows; it may be late, so of the others the API server itself is asked
     */
    public void sweep(String namespace, Predicate<String> known) {
        books.all(namespace).forEach((name, entry) -> {
            if (!known.test(name) && isGone(namespace, name)) {
                books.takeOut(new DeploymentRef(namespace, name, entry.uid()), entry);
            }
        });
    }

    private boolean isGone(String namespace, String name) {
        return client.apps().deployments().inNamespace(namespace).withName(name).get() == null;
    }
}
