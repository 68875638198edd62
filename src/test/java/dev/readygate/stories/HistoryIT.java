package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.TestPolicy;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every rollout is recorded once, with its outcome, with any faults of the operator in between. */
@ExtendWith(ClusterExtension.class)
class HistoryIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Release V3 = Release.good("v3");
    private static final Release SICK = Release.sick("sick");

    private static App running(Namespace shop) {
        return first(shop, shop.healthPolicy());
    }

    /** If the operator met it while it ran already, it would be adopted instead of verified. */
    private static App first(Namespace shop, TestPolicy policy) {
        policy.waitUntil("the policy to be known", _ -> true);
        return shop.deploy("cart", V1).waitUntilVerified();
    }

    private static App onFailure(Namespace shop, String rollout) {
        var policy = shop.policy("careful", """
                mode: Enforce
                selector: {}
                rollout: {%s}
                checks:
                - {name: healthy, gate: Serve, required: true, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}
                - {name: way-back, dora: {metric: RollbackTime, within: 1h, minDeployments: 1}}
                """.formatted(rollout));
        return first(shop, policy);
    }

    /** The newest first: the outcome of each, and its version. */
    private static List<String> told(App app) {
        return app.status().orElseThrow().history().stream()
                .map(it -> it.outcome() + " " + it.version())
                .toList();
    }

    private static RolloutRecord newest(App app) {
        return app.status().orElseThrow().history().getFirst();
    }

    @Test
    void goodOnesBadOnesAndNoRolloutsAtAll(Namespace shop) {
        var cart = running(shop).release(V2).waitUntilVerified();
        cart.kubectl("rollout restart");
        cart.waitUntil(
                "the restart to be done",
                it -> it.isRolledOut() && it.revisionsOf(V2).size() == 2);
        cart.waitUntilVerified().scale(4).waitUntilVerified().scale(3).waitUntilVerified();

        cart.release(SICK).waitUntilWithdrawn();

        assertThat(told(cart)).containsExactly("Withdrawn sick", "Promoted v2", "Promoted v1");
        assertThat(newest(cart)).satisfies(it -> {
            assertThat(it.failedAt()).isEqualTo(Gate.Serve);
            assertThat(it.served()).isFalse();
            assertThat(it.why()).contains("healthy", "503");
            assertThat(it.finished()).isAfterOrEqualTo(it.started());
            assertThat(it.by()).isNotBlank();
        });
        assertThat(cart.status().orElseThrow().baseline().score()).isEqualTo(100);
        assertThat(cart.status().orElseThrow().dora().deployments()).isEqualTo(2);
        assertThat(cart.status().orElseThrow().dora().prevented()).isOne();
        cart.release(V3).waitUntilVerified();
        assertThat(told(cart)).startsWith("Promoted v3", "Withdrawn sick");
    }

    @Test
    void oneThatIsHeldIsSupersededByTheNext(Namespace shop) {
        var cart = onFailure(shop, "soak: 0s, onFailure: Hold").release(SICK);
        cart.waitUntilReported("held", it -> it.gates().stream().anyMatch(gate -> gate.state() == GateState.Failed));

        cart.release(V2).waitUntilVerified();

        assertThat(told(cart)).containsExactly("Promoted v2", "Superseded sick", "Promoted v1");
        assertThat(cart.status().orElseThrow().dora().prevented()).isOne();
        goingBackToOneVerifiedBeforeUndoesTheOther(cart);
    }

    private static void goingBackToOneVerifiedBeforeUndoesTheOther(App cart) {
        var left = newest(cart).revision();

        cart.release(V1)
                .waitUntil("v1 to be told again", it -> told(it).getFirst().equals("Promoted v1"));

        assertThat(told(cart)).startsWith("Promoted v1", "Promoted v2");
        assertThat(newest(cart).rollbackOf()).isEqualTo(left);
    }

    @Test
    void oneThatTurnsBadUnderAllTrafficIsRestoredAndAFailedChange(Namespace shop) {
        var cart = onFailure(shop, "soak: 1h, onFailure: Rollback").release(V2);
        cart.waitUntilReported("soaking", it -> it.phase() == Phase.Stay);

        cart.allPodsNow("http", "/health 503").waitUntilWithdrawn();

        assertThat(told(cart)).containsExactly("Restored v2", "Promoted v1");
        assertThat(newest(cart).failedAt()).isEqualTo(Gate.Stay);
        assertThat(newest(cart).servedSince()).isNotNull().isBefore(newest(cart).recovered());
        assertThat(cart.status().orElseThrow().dora().changeFailureRate().value())
                .isEqualTo(50.0);
        assertThat(cart.status().orElseThrow().dora().recoveryTime().count()).isOne();
        whatTheRollbackTookIsMeasured(cart);
    }

    /** From the decision, which comes after the traffic and before the end. */
    private static void whatTheRollbackTookIsMeasured(App cart) {
        var dora = cart.status().orElseThrow().dora();
        assertThat(dora.rollbackTime().count()).isOne();
        assertThat(dora.rollbackTime().level()).isNull();
        assertThat(dora.rollbackTime().value().toDuration())
                .isBetween(Duration.ZERO, dora.recoveryTime().value().toDuration());
        // Checks know what is in the report already: this rollout counts for the next look.
        cart.namespace().touchAll();
        cart.waitUntilCheckIs("way-back", CheckOutcome.Pass);
        assertThat(cart.check("way-back").orElseThrow().message())
                .contains(dora.rollbackTime().value() + ", expected at most 1h");
    }

    @Test
    void adoptionTakesRecordsFromReplicaSets(Namespace shop) {
        var cart = shop.deploy("cart", V1).waitUntil("v1 to run", it -> it.isRolledOut());
        cart.release(V2).waitUntil("v2 to run", it -> it.isRolledOut() && it.readyPodsOf(V2) == 3);

        shop.healthPolicy();
        cart.waitUntilVerified();

        assertThat(told(cart)).containsExactly("Released v2", "Released v1");
        assertThat(cart.status().orElseThrow().history()).allMatch(RolloutRecord::inferred);
        assertThat(cart.status().orElseThrow().dora().deployments()).isZero();
    }

    @Test
    void anOperatorThatIsKilledDoublesAndLosesNothing(Namespace shop) {
        var cart = running(shop);
        var verified = shop.killTheOperatorWhen(GateBook.class, it -> verifies(it, 2));
        cart.release(V2);
        verified.join();
        shop.operator().start();
        cart.waitUntilVerified();
        shop.operator().kill();
        cart.release(SICK);
        var paused = shop.killTheOperatorWhen(
                Deployment.class, it -> Objects.equals(it.getSpec().getPaused(), true));
        shop.operator().begin();
        paused.join();
        shop.operator().start();
        cart.waitUntilWithdrawn();
        shop.operator().kill();
        shop.operator().start();
        cart.release(V3).waitUntilVerified();

        assertThat(told(cart)).containsExactly("Promoted v3", "Withdrawn sick", "Promoted v2", "Promoted v1");
        assertThat(cart.status().orElseThrow().dora().deployments()).isEqualTo(3);
        assertThat(cart.status().orElseThrow().dora().prevented()).isOne();
    }

    /** The third field of a GateBook entry: the hashes of verified revisions. */
    private static boolean verifies(GateBook book, int revisions) {
        return book.getSpec().deployments().values().stream()
                .anyMatch(it -> it.split("\\|", -1)[2].trim().split("[ ,]+").length == revisions);
    }
}
