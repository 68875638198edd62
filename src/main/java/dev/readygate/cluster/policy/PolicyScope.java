package dev.readygate.cluster.policy;

import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.cluster.observe.ClusterObserver;
import dev.readygate.policy.Selection;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.function.Predicate;

/** The Deployments that a change of a policy or namespace concerns. */
public record PolicyScope(Predicate<String> namespaces, Predicate<Deployment> deployments) {

    static PolicyScope within(String namespace, Selector selector) {
        return within(namespace::equals, selector);
    }

    static PolicyScope within(Predicate<String> namespaces, Selector selector) {
        var selection = Selection.of(selector);
        return new PolicyScope(namespaces, it -> selection.meets(ClusterObserver.labels(it)));
    }

    static PolicyScope allIn(String namespace) {
        return new PolicyScope(namespace::equals, it -> true);
    }

    public boolean covers(Deployment deployment) {
        return namespaces.test(deployment.getMetadata().getNamespace()) && deployments.test(deployment);
    }
}
