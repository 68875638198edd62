package dev.readygate.cluster.observe;

import dev.readygate.cluster.facts.ServiceFacts;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.NeededCaches;
import dev.readygate.cluster.kube.Waker;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.ServiceFact;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Services. A namespace is watched only while a check of one of its Deployments asks a Service. */
final class ServiceCaches implements AutoCloseable {
    /** If the operator may not watch Services, only the checks that ask a Service have no answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final NeededCaches<Service> services;
    private final Waker waker;

    ServiceCaches(KubernetesClient client, Waker waker) {
        this.waker = waker;
        var view = new View<Service>(Trims::service, _ -> List.of());
        this.services = new NeededCaches<>(
                it -> Watched.of(Stream.of(client.services().inNamespace(it)), view, this::changed),
                it -> it.startWithin(PATIENCE));
    }

    /**
     * The Services of the Deployment's namespace, which is watched from now on.
     *
     * @param pods labels of the Deployment's pods
     */
    List<ServiceFact> around(DeploymentRef ref, List<Map<String, String>> pods) {
        services.need(ref);
        return services.in(ref.namespace()).map(it -> ServiceFacts.of(it, pods)).toList();
    }

    void noLongerNeed(DeploymentRef ref) {
        services.noLongerNeed(ref);
    }

    private void changed(Service before, Service after) {
        var namespace = (after == null ? before : after).getMetadata().getNamespace();
        services.neededIn(namespace).forEach(it -> waker.wake(namespace, it.name()));
    }

    @Override
    public void close() {
        services.close();
    }
}
