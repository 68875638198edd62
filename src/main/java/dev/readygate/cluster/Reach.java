package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.policy.Selection;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.function.Predicate;

/** The Deployments something is about. */
public record Reach(Predicate<String> namespaces, Predicate<Deployment> deployments) {

    static Reach within(String namespace, Selector selector) {
        return within(namespace::equals, selector);
    }

    static Reach within(Predicate<String> namespaces, Selector selector) {
        var selection = Selection.of(selector);
        return new Reach(namespaces, it -> selection.meets(ClusterObserver.labels(it)));
    }

    static Reach allIn(String namespace) {
        return new Reach(namespace::equals, it -> true);
    }

    public boolean covers(Deployment deployment) {
        return namespaces.test(deployment.getMetadata().getNamespace()) && deployments.test(deployment);
    }
}
