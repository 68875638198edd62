package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * What is kept of objects that people write at will.
 *
 * @param bytes roughly what one takes
 * @param less what is kept of one for which there is no room, and says so
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
