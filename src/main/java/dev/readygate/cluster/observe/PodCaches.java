package dev.readygate.cluster.observe;

import dev.readygate.cluster.facts.Owners;
import dev.readygate.cluster.facts.Trims;
import dev.readygate.cluster.kube.NeededCaches;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.facts.DeploymentRef;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Pods. A namespace is watched only while it has a governed Deployment. */
final class PodCaches implements AutoCloseable {
    private final NeededCaches<Pod> pods;

    PodCaches(KubernetesClient client, BiConsumer<Pod, Pod> changed) {
        var view = new View<Pod>(Trims::pod, pod -> Owners.controllerUid(pod, "ReplicaSet"));
        this.pods = new NeededCaches<>(
                it -> Watched.of(Stream.of(client.pods().inNamespace(it)), view, changed), Watched::start);
    }

    /** Returns when the pods of the namespace are known. */
    void need(DeploymentRef ref) {
        pods.need(ref);
    }

    void noLongerNeed(DeploymentRef ref) {
        pods.noLongerNeed(ref);
    }

    Stream<Pod> ofReplicaSet(String namespace, String uid) {
        return pods.by(namespace, uid);
    }

    /** The governed Deployments of a namespace. */
    Stream<DeploymentRef> neededIn(String namespace) {
        return pods.neededIn(namespace);
    }

    boolean fresh() {
        return pods.fresh();
    }

    @Override
    public void close() {
        pods.close();
    }
}
