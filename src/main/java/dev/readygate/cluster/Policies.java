package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.cluster.Watched.View;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** All policies, and which of them meet a Deployment. */
public final class Policies implements AutoCloseable {
    private final Watched<ReadinessPolicy> policies;

    /** @param changed told of every change: before (null if new), after (null if gone) */
    public Policies(KubernetesClient client, WatchScope scope, BiConsumer<ReadinessPolicy, ReadinessPolicy> changed) {
        var view = new View<ReadinessPolicy>(
                UnaryOperator.identity(), it -> List.of(it.getMetadata().getNamespace()));
        this.policies = Watched.of(scope.of(client.resources(ReadinessPolicy.class)), view, changed);
    }

    public void start() {
        policies.start();
    }

    public boolean fresh() {
        return policies.fresh();
    }

    /** Those whose selector meets these labels, always in the same order. */
    public List<ReadinessPolicy> meeting(String namespace, Map<String, String> labels) {
        return policies.by(namespace)
                .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
                .filter(it -> Selection.of(it.getSpec().selector()).meets(labels))
                .sorted(Comparator.comparing(it -> it.getMetadata().getName()))
                .toList();
    }

    @Override
    public void close() {
        policies.close();
    }
}
