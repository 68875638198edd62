package dev.readygate.stories;

import static dev.readygate.testing.AtStart.V1;
import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.AtStart;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways in which waiting at gate Start ends: people decide, time runs out, the operator is killed. */
@ExtendWith(ClusterExtension.class)
class StartDecisionsIT {
    private static final Release V2 = Release.good("v2");
    private static final Release V3 = Release.good("v3");

    @Test
    void aRejectionEndsItAndOnlyAnotherTemplateWaitsAnew(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();
        var revision = start.parks(V2);
        shop.colleague("ann").annotates(cart, "readygate.dev/reject", revision);

        cart.waitUntilWithdrawn();
        start.isApproved("boris", revision);
        cart.waitUntilCheckIs("signed-off", CheckOutcome.Pass);
        assertThat(cart)
                .serves(V1, 3)
                .hasNoRevisionOf(V2)
                .isPausedByReadygate()
                .isReported(Phase.Withdrawn)
                .isSaidToBe("Rejected")
                .toldOnce("Rejected");
        assertThat(cart.status().orElseThrow().conditions())
                .anyMatch(it -> it.message().equals("revision %s withdrawn: rejected: by ann".formatted(revision)));

        start.isApproved("clara", start.parks(V3));
        assertThat(cart.waitUntilVerified()).serves(V3, 3).hasNoRevisionOf(V2);
    }

    @Test
    void aProceedAtStartIsNotOneAtServe(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();
        var sick = Release.sick("v2");
        shop.operator().kill();
        cart.release(sick).waitUntil("to be parked", it -> it.isPaused());
        var ann = shop.colleague("ann");
        ann.annotates(cart, "readygate.dev/proceed", "generation-" + cart.generation());
        shop.operator().start();

        cart.waitUntilWithdrawn();
        assertThat(cart).serves(V1, 3).toldOnce("Proceeded").toldOnce("Withdrawn");
    }

    @Test
    void timeRunsOutAndItIsWithdrawn(Namespace shop) {
        var start = AtStart.running(shop, ", waitAtMost: {start: 3s}, onTimeout: Withdraw");
        start.parks(V2);

        assertThat(start.app().waitUntilWithdrawn())
                .hasNoRevisionOf(V2)
                .serves(V1, 3)
                .isSaidToBe("Withdrawn")
                .isPausedByReadygate();
        assertThat(start.app().release(V1)).isLeftAlone();
        start.app().waitUntilVerified();
    }

    @Test
    void theOperatorIsKilledWhileItWaitsAndWhileItResumes(Namespace shop) {
        var start = AtStart.running(shop);
        var cart = start.app();
        var revision = start.parks(V2);
        shop.operator().kill();
        shop.operator().start();
        cart.staysSo("waiting", it -> it.revisionsOf(V2).isEmpty());
        assertThat(cart.status().orElseThrow().revision().hash()).isEqualTo(revision);

        var resumed = shop.killTheOperatorWhen(Deployment.class, StartDecisionsIT::isResumed);
        start.isApproved("boris", revision);
        resumed.join();
        cart.waitUntil("to roll out", it -> it.waitingPodsOf(V2) > 0);
        shop.operator().start();
        assertThat(cart.waitUntilVerified()).serves(V2, 3).isLeftAlone();
    }

    private static boolean isResumed(Deployment deployment) {
        return !Objects.requireNonNullElse(deployment.getSpec().getPaused(), false)
                && deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage()
                        .equals(V2.image());
    }
}
