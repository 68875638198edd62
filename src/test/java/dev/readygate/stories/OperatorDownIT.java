package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes that the API server holds, and changes that it admits, without a running operator. */
@ExtendWith(ClusterExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorDownIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release FIXED = Release.good("v3");

    private static App verified;
    private static App updated;
    private static App withdrawn;
    private static App fixed;

    @BeforeAll
    static void theOperatorGoes(Namespace shop) {
        shop.healthPolicy();
        verified = shop.deploy("verified", V1);
        updated = shop.deploy("updated", V1);
        withdrawn = shop.deploy("withdrawn", V1).waitUntilVerified().release(SICK);
        fixed = shop.deploy("fixed", V1).waitUntilVerified().release(SICK);
        verified.waitUntilVerified();
        updated.waitUntilVerified();
        withdrawn.waitUntilWithdrawn();
        fixed.waitUntilWithdrawn();
        shop.operator().kill();
    }

    @Test
    @Order(1)
    void podsOfTheVerifiedRevisionComeBackAndScaleWithoutAGate() {
        verified.deleteAllPods().scale(5).waitUntil("to be back", it -> it.readyPodsOf(V1) == 5);

        assertThat(verified).hasNoGatesOn(V1);
    }

    @Test
    @Order(1)
    void podsOfAWithdrawnDeploymentsBaselineComeBackToo() {
        withdrawn.deleteAllPods().scale(4).waitUntil("to be back", it -> it.readyPodsOf(V1) == 4);

        assertThat(withdrawn).hasNoGatesOn(V1).hasNoPodsOf(SICK);
    }

    @Test
    @Order(1)
    void podsOfANewRevisionWait() {
        updated.release(FIXED).waitUntil("to wait at the gate", it -> it.waitingPodsOf(FIXED) > 0);

        updated.staysSo("held", it -> it.readyPodsOf(FIXED) == 0 && it.readyPodsOf(V1) == 3);
    }

    @Test
    @Order(2)
    void resumingAWithdrawnReleaseChangesNothing() {
        var answer = withdrawn.kubectl("rollout resume");

        assertThat(answer)
                .contains("Warning:", "Deployment withdrawn stays paused", "healthy: GET /health answered 503");
        assertThat(withdrawn).isPausedByReadygate().hasNoPodsOf(SICK);
    }

    @Test
    @Order(2)
    void aFixedReleaseRollsOutByItselfAndWaitsAtTheGate() {
        fixed.release(FIXED);

        assertThat(fixed).isLeftAlone();
        fixed.waitUntil("to wait at the gate", it -> it.waitingPodsOf(FIXED) > 0)
                .staysSo("held", it -> it.readyPodsOf(FIXED) == 0 && it.readyPodsOf(V1) == 3);
    }

    @Test
    @Order(3)
    void whenItIsBackAWaitingRevisionIsVerifiedAndAWithdrawnOneStaysSo(Namespace shop) {
        shop.operator().start();

        updated.waitUntilVerified();
        fixed.waitUntilVerified();
        assertThat(fixed).serves(FIXED, 3).isLeftAlone();
        assertThat(withdrawn).serves(V1, 4).isPausedByReadygate().isReported(Phase.Withdrawn);
        assertThat(withdrawn).toldOnce("Withdrawn");
    }
}
