package dev.readygate.cluster;

import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Neighbours;
import dev.readygate.facts.Wanted;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is around Deployments, looked up only as far as their checks want to know. */
public final class Neighbourhood implements AutoCloseable {
    private final ServiceCaches services;

    public Neighbourhood(KubernetesClient client, Waker waker) {
        this.services = new ServiceCaches(client, waker);
    }

    /** @param pods labels of the Deployment's pods */
    Neighbours around(DeploymentRef ref, Wanted wanted, Supplier<List<Map<String, String>>> pods) {
        if (!wanted.services()) {
            services.noLongerNeed(ref);
        }
        return new Neighbours(wanted.services() ? services.around(ref, pods.get()) : List.of(), Map.of());
    }

    void forget(DeploymentRef ref) {
        services.noLongerNeed(ref);
    }

    boolean fresh() {
        return services.fresh();
    }

    @Override
    public void close() {
        services.close();
    }
}
