package dev.readygate.cluster.write;

import dev.readygate.cluster.book.GateBooks;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.Predicate;

/** Removes GateBook entries of Deployments that were deleted while no operator was running. */
public final class StaleEntries {
    private final KubernetesClient client;
    private final GateBooks books;

    public StaleEntries(KubernetesClient client, GateBooks books) {
        this.client = client;
        this.books = books;
    }

    /**
     * Removes them from the book of the namespace.
     *
     * @param known whether a cache has the Deployment; it may be late, so for the others the API server is asked
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
