package dev.readygate.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cluster.kube.Watched.View;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TrimmedStoreTest {
    private static final String NAME = "shop/cart";

    private final TrimmedStore<ConfigMap> store = new TrimmedStore<>(new View<>(
            UnaryOperator.identity(),
            it -> List.copyOf(it.getMetadata().getLabels().values())));

    private static ConfigMap labelled(Map<String, String> labels) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("cart")
                .withLabels(labels)
                .endMetadata()
                .build();
    }

    @Test
    void anObjectIsFoundByEachOfItsKeys() {
        store.put(NAME, labelled(Map.of("a", "red", "b", "blue")));

        assertThat(store.by("red")).hasSize(1);
        assertThat(store.by("blue")).hasSize(1);
        assertThat(store.by("green")).isEmpty();
    }

    @Test
    void aChangedObjectIsFoundByItsNewKeysOnly() {
        store.put(NAME, labelled(Map.of("a", "red", "b", "blue")));
        var changed = labelled(Map.of("a", "red", "b", "green"));

        store.put(NAME, changed);

        assertThat(store.by("red")).containsExactly(changed);
        assertThat(store.by("green")).containsExactly(changed);
        assertThat(store.by("blue")).isEmpty();
    }

    @Test
    void aRemovedObjectIsFoundByNoKey() {
        store.put(NAME, labelled(Map.of("a", "red")));

        assertThat(store.remove(NAME)).isNotNull();
        assertThat(store.remove(NAME)).isNull();

        assertThat(store.by("red")).isEmpty();
        assertThat(store.values()).isEmpty();
    }

    /** A reader at any moment of any change: the client's own index has moments without the object. */
    @Test
    void anObjectIsFoundWhileItChanges() {
        var object = labelled(Map.of("a", "red"));
        store.put(NAME, object);
        var changing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 200_000; i++) {
                store.put(NAME, object);
            }
        });

        while (!changing.isDone()) {
            assertThat(store.by("red").count()).isEqualTo(1);
        }
        changing.join();
    }
}
