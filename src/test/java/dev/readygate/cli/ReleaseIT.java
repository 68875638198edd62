package dev.readygate.cli;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command release, with and without a running operator. */
@ExtendWith(ClusterExtension.class)
class ReleaseIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release V3 = Release.good("v3");

    /** As the API writes it: with six digits also where the last of them are zero. */
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void releasesAllHoldsWhenTheOperatorIsGone(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var held = shop.deploy("cart", V1);
        var waiting = shop.deploy("mail", V1);
        shop.healthPolicy();
        held.waitUntilVerified();
        waiting.waitUntilVerified();
        shop.healthPolicy().waitUntilEnforced();
        held.release(SICK).waitUntilWithdrawn();
        shop.operator().kill();
        waiting.release(V3).waitUntil("its new pods to wait", it -> it.waitingPodsOf(V3) > 0);

        var asked = terminal.type("kubectl readygate release");
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.errors()).contains("unpauses cart", "Add --yes to do it");
        assertThat(held).isPausedByReadygate();

        var released = terminal.type("kubectl readygate release --yes");

        assertThat(released.code()).as(released.errors()).isZero();
        assertThat(shop.book()).isEmpty();
        assertThat(held).isLeftAlone();
        held.waitUntil("what was rejected to run", it -> it.readyPodsOf(SICK) == 3);
        waiting.waitUntil("what waited to serve", App::isRolledOut);
    }

    @Test
    void releasesOneDeploymentOnly(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var cart = shop.deploy("cart", V1);
        var mail = shop.deploy("mail", V1);
        shop.healthPolicy();
        cart.waitUntilVerified();
        mail.waitUntilVerified();
        shop.healthPolicy().waitUntilEnforced();
        cart.release(SICK).waitUntilWithdrawn();
        mail.release(SICK).waitUntilWithdrawn();
        shop.operator().kill();

        var released = terminal.type("kubectl readygate release cart --yes");

        assertThat(released.code()).as(released.errors()).isZero();
        assertThat(cart).isLeftAlone();
        assertThat(mail).isPausedByReadygate();
    }

    @Test
    void isRefusedWhileARunningOperatorWouldHoldAllAgain(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        shop.deploy("cart", V1);
        shop.healthPolicy();
        shop.app("cart").waitUntil("its line in the book", it -> it.bookLine().isPresent());

        var withoutLease = terminal.type("kubectl readygate release --yes");
        leaseRenewed(shop);
        var withLease = terminal.type("kubectl readygate release --yes");

        assertThat(withoutLease.code()).isEqualTo(1);
        assertThat(withoutLease.errors()).contains("it wrote the GateBook anew", "Observe");
        assertThat(withLease.code()).isEqualTo(1);
        assertThat(withLease.errors()).contains("The operator is alive: it renewed its Lease", "--force");
    }

    @AfterEach
    void bringItBack(Namespace shop) {
        shop.operator().ensureRunning();
        shop.cluster().run("kubectl", "delete", "lease", "readygate", "-n", "readygate", "--ignore-not-found");
    }

    /** Renews the Lease, as an operator with leader election does every few seconds. */
    private void leaseRenewed(Namespace shop) {
        shop.cluster().apply("""
                apiVersion: coordination.k8s.io/v1
                kind: Lease
                metadata: {name: readygate, namespace: readygate}
                spec: {holderIdentity: pod-1, leaseDurationSeconds: 15, renewTime: "%s"}
                """.formatted(MICROSECONDS.format(Instant.now())));
    }
}
