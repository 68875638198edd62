package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The namespaces that this installation watches; an empty list means all.
 *
 * @param leftOut namespaces in which the operator ignores all policies
 */
public record WatchScope(List<String> namespaces, Set<String> leftOut) {
    public WatchScope {
        namespaces = List.copyOf(namespaces);
        leftOut = Set.copyOf(leftOut);
    }

    public boolean everywhere() {
        return namespaces.isEmpty();
    }

    public <T, L, R extends Resource<T>> Stream<FilterWatchListDeletable<T, L, R>> of(MixedOperation<T, L, R> kind) {
        return everywhere()
                ? Stream.of(kind.inAnyNamespace())
                : namespaces.stream().map(kind::inNamespace);
    }
}
