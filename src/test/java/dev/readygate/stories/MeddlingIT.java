package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user deletes by hand objects and rights that the operator needs. */
@ExtendWith(ClusterExtension.class)
class MeddlingIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release V3 = Release.good("v3");

    private static App withdrawn(Namespace shop) {
        return shop.governed("cart", V1).release(SICK).waitUntilWithdrawn();
    }

    private static void expectTheNextToGoThrough(App cart) {
        assertThat(cart).serves(V1, 3).hasNoRevisionOf(SICK).isPausedByReadygate();
        cart.release(V3).waitUntilVerified();
        assertThat(cart).serves(V3, 3).isLeftAlone().toldOnce("Withdrawn");
    }

    @Test
    void aBookThatIsDeletedIsWrittenAgain(Namespace shop) {
        var cart = withdrawn(shop);
        var line = held(cart).orElseThrow();
        var deleted = shop.book().orElseThrow().getMetadata().getUid();

        shop.client().resources(GateBook.class).inNamespace(shop.name()).delete();

        Awaitility.await("another book")
                .until(() -> shop.book()
                        .filter(it -> !it.getMetadata().getUid().equals(deleted))
                        .isPresent());
        cart.waitUntil("its line", it -> held(it).filter(line::equals).isPresent());
        expectTheNextToGoThrough(cart);
    }

    /** Its GateBook entry without the time of the hold, which is not restored. */
    private static Optional<String> held(App cart) {
        return cart.bookLine().map(it -> it.replaceAll(" since [^:]*:[^:]*:[^:]*:", ""));
    }

    @Test
    void withoutItsRightsItTriesAgainUntilItHasThem(Namespace shop) {
        var cart = shop.governed("cart", V1);
        var bindings = shop.client().rbac().clusterRoleBindings();
        var rights = bindings.withName("readygate").get();
        bindings.withName("readygate").delete();
        try {
            cart.release(SICK);
            Awaitility.await("it to be refused")
                    .until(() -> !shop.refusedWritesOfTheOperator().isEmpty());
        } finally {
            rights.setMetadata(new ObjectMetaBuilder(rights.getMetadata())
                    .withResourceVersion(null)
                    .withUid(null)
                    .build());
            bindings.resource(rights).create();
        }
        cart.waitUntilWithdrawn();
        expectTheNextToGoThrough(cart);
    }
}
