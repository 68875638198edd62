package dev.readygate.cluster.book;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.facts.PodFacts;
import dev.readygate.cluster.facts.WorkloadFacts;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.facts.Pod.PodGate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Listable;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One sentence for each Deployment and pod that would stay held if the operator were removed now. */
public record StillHeld(KubernetesClient client, WatchScope scope) {
    private static final long AT_ONCE = 500;

    public List<String> sentences() {
        var deployments =
                scope.of(client.apps().deployments()).flatMap(StillHeld::all).flatMap(it -> paused(it).stream());
        var pods = scope.of(client.pods())
                .map(it -> it.withLabel(ContractNames.GATED, "true"))
                .flatMap(StillHeld::all)
                .filter(StillHeld::waits)
                .map(it -> "Pod %s waits for its gate.".formatted(Cache.metaNamespaceKeyFunc(it)));
        return Stream.concat(deployments, pods).toList();
    }

    /** Lists in pages: there may be tens of thousands, and this runs in little memory. */
    private static <T extends HasMetadata, L extends KubernetesResourceList<T>> Stream<T> all(Listable<L> kind) {
        return Stream.iterate(
                        Optional.of(page(kind, null)),
                        Optional::isPresent,
                        it -> next(it.get()).map(token -> page(kind, token)))
                .flatMap(Optional::stream)
                .flatMap(it -> it.getItems().stream());
    }

    private static <L extends KubernetesResourceList<?>> L page(Listable<L> kind, String token) {
        return kind.list(
                new ListOptionsBuilder().withLimit(AT_ONCE).withContinue(token).build());
    }

    private static Optional<String> next(KubernetesResourceList<?> page) {
        return Optional.ofNullable(page.getMetadata().getContinue()).filter(it -> !it.isEmpty());
    }

    private static Optional<String> paused(Deployment deployment) {
        return WorkloadFacts.annotation(deployment, ContractNames.HELD)
                .filter(_ -> Boolean.TRUE.equals(deployment.getSpec().getPaused()))
                .map(why -> "Deployment %s is paused: %s".formatted(Cache.metaNamespaceKeyFunc(deployment), why));
    }

    private static boolean waits(Pod pod) {
        var state = PodFacts.of(pod, "").state();
        return state.gate() == PodGate.Closed && !state.terminating();
    }
}
