package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * How much is kept of objects that users create without limit.
 *
 * @param bytes an estimate of what an object takes
 * @param less what is kept of an object for which there is no room: it states that the rest is missing
 */
public record Sharing<T extends HasMetadata>(MemoryShares shares, ToLongFunction<T> bytes, UnaryOperator<T> less) {

    T fitting(T item) {
        var namespace = item.getMetadata().getNamespace();
        return shares.take(namespace, name(item), bytes.applyAsLong(item)) ? item : less.apply(item);
    }

    void gone(T item) {
        shares.giveBack(item.getMetadata().getNamespace(), name(item));
    }

    private static String name(HasMetadata item) {
        return item.getKind() + "/" + item.getMetadata().getName();
    }
}
