package dev.readygate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the commands of docs/guides/operator-down.md for a whole namespace after the operator is gone. */
@ExtendWith(ClusterExtension.class)
class OperatorGoneIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release V3 = Release.good("v3");

    @Test
    void allHoldsAreReleasedByHand(Namespace shop) {
        var held = shop.deploy("cart", V1);
        var waiting = shop.deploy("mail", V1);
        shop.healthPolicy();
        held.waitUntilVerified();
        waiting.waitUntilVerified();
        shop.healthPolicy().waitUntilEnforced();
        held.release(SICK).waitUntilWithdrawn();
        shop.operator().kill();
        waiting.release(V3).waitUntil("its new pods to wait", it -> it.waitingPodsOf(V3) > 0);

        shop.cluster().run("/bin/sh", "-c", theWayOut().replace("-n shop", "-n " + shop.name()));

        assertThat(held.isPaused()).isFalse();
        held.waitUntil("what was rejected to run", it -> it.readyPodsOf(SICK) == 3);
        waiting.waitUntil("what waited to serve", App::isRolledOut);
    }

    @AfterEach
    void bringItBack(Namespace shop) {
        shop.operator().ensureRunning();
    }

    private static String theWayOut() {
        return MarkdownDocument.all().stream()
                .filter(it -> it.path().endsWith("docs/guides/operator-down.md"))
                .flatMap(it -> it.blocks("sh").stream())
                .filter(it -> it.contains("delete gatebook"))
                .findFirst()
                .orElseThrow();
    }
}
