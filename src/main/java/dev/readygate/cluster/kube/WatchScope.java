package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which namespaces this installation looks at; none named means all of them.
 *
 * @param leftOut those in which nothing is gated, whatever policies say
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
