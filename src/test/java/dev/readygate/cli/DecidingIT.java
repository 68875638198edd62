package dev.readygate.cli;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.AtStart;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands by which a user decides about a release. */
@ExtendWith(ClusterExtension.class)
class DecidingIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release SICK = Release.sick("v3");

    @TempDir
    private Path folder;

    @Test
    void aBadReleaseIsWaitedForFromTheFirstMomentExplainedAndUndone(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var cart = shop.governed("cart", V1);

        cart.release(SICK);
        var waited = terminal.type("kubectl readygate wait cart --timeout 5m");

        assertThat(waited.code()).isEqualTo(1);
        assertThat(waited.output()).contains("withdrawn: healthy: GET /health answered 503");
        assertThat(cart.waitUntilWithdrawn()).serves(V1, 3);
        assertThat(terminal.type("kubectl readygate explain cart").output())
                .contains(
                        "cart in %s: Withdrawn".formatted(shop.name()),
                        "What would let it pass",
                        "readygate undo cart");

        var undone = terminal.type("kubectl readygate undo cart");

        assertThat(undone.code()).as(undone.errors()).isZero();
        assertThat(terminal.type("kubectl readygate wait cart").code()).isZero();
        assertThat(cart).serves(V1, 3).isLeftAlone().isSaidToBe("Verified");
    }

    @Test
    void aUserLetsAReleaseAtGateStartProceed(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var start = AtStart.running(shop);
        var cart = start.app();
        var parked = start.parks(V2);

        assertThat(terminal.type("kubectl readygate wait cart --timeout 0s").code())
                .isEqualTo(3);
        assertThat(terminal.type("kubectl readygate explain cart").output())
                .contains("cart in %s: Start".formatted(shop.name()), "signed-off", "readygate proceed cart");
        assertThat(terminal.type("kubectl readygate proceed cart").output()).contains("let through revision " + parked);

        assertThat(terminal.type("kubectl readygate wait cart").code()).isZero();
        assertThat(cart).serves(V2, 3).isLeftAlone();
    }

    @Test
    void aUserRejectsAReleaseAtGateStartAndUndoesIt(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var start = AtStart.running(shop);
        var cart = start.app();
        start.parks(V2);

        assertThat(terminal.type("kubectl readygate reject cart").code()).isZero();
        var waited = terminal.type("kubectl readygate wait cart");
        assertThat(waited.code()).as(waited.output()).isEqualTo(1);
        assertThat(cart).serves(V1, 3).hasNoRevisionOf(V2).isPausedByReadygate();

        assertThat(terminal.type("kubectl readygate undo cart").code()).isZero();
        assertThat(terminal.type("kubectl readygate wait cart").code()).isZero();
        assertThat(cart).serves(V1, 3).isLeftAlone();
    }

    @Test
    void undoGoesFromAVerifiedReleaseToTheOneVerifiedBefore(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var cart = shop.governed("cart", V1);
        var first = hash(cart);
        cart.release(V2).waitUntilVerified();

        assertThat(terminal.type("kubectl readygate undo cart").output()).contains("revision " + first);
        assertThat(terminal.type("kubectl readygate wait cart").code()).isZero();
        assertThat(cart).serves(V1, 3);

        assertThat(terminal.type("kubectl readygate undo cart --to zzz").errors())
                .contains("No ReplicaSet of cart has the hash zzz; there is " + first);
    }

    private static String hash(App app) {
        return app.status().orElseThrow().revision().hash();
    }
}
