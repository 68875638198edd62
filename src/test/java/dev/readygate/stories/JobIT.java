package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Job that has to succeed before new pods serve. */
@ExtendWith(ClusterExtension.class)
class JobIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");

    @Test
    void newPodsServeAfterTheJobThatWasToldOfThemSucceeded(Namespace shop) {
        var cart = running(shop, "gate: Serve", "");
        cart.release(V2).waitUntilVerified();
        assertThat(cart.check("smoke").orElseThrow().outcome()).isEqualTo(CheckOutcome.Pass);
        assertThat(jobsFor(cart, V2)).singleElement().satisfies(it -> {
            assertThat(argument(it)).matches("--pods=127\\.[0-9]+\\.[0-9]+\\.[0-9]+");
            assertThat(it.getSpec().getTemplate().getSpec().getServiceAccountName())
                    .isEqualTo("default");
        });
    }

    @Test
    void aJobThatFailsTakesTheRevisionBackAndGoesWithIt(Namespace shop) {
        var cart = running(shop, "gate: Serve", "sim.readygate.dev/crash: exit=3");
        cart.release(V2).waitUntilWithdrawn();
        assertThat(cart).serves(V1, 3).hasNoPodsOf(V2);
        assertThat(cart.bookLine().orElseThrow())
                .contains("smoke: the Job cart-smoke-", "failed: BackoffLimitExceeded", "its log could not be read");
        cart.waitUntil("the Job of v2 to be gone", it -> jobs(shop).size() <= 1);
    }

    @Test
    void aCrashInTheMiddleOfItRunsNothingTwice(Namespace shop) {
        var crash = shop.killTheOperatorWhen(Job.class, _ -> true);
        shop.policy("tested", policy("", ""));
        var cart = shop.deploy("cart", V1);
        crash.join();
        var first = uids(shop);
        shop.operator().start();
        cart.waitUntilCheckIs("smoke", CheckOutcome.Pass);
        assertThat(first).hasSize(1);
        assertThat(uids(shop)).isEqualTo(first);
    }

    @Test
    void aRestartAfterItRunsNothingAgain(Namespace shop) {
        shop.policy("tested", policy("", ""));
        var cart = shop.deploy("cart", V1).waitUntilCheckIs("smoke", CheckOutcome.Pass);
        var first = uids(shop);
        shop.operator().kill();
        shop.operator().start();
        cart.waitUntil(
                "to be asked again",
                _ -> shop.operator().get("/q/metrics").contains("readygate_samples_total{outcome=\"Pass\"}"));
        cart.staysSo("what it was", _ -> uids(shop).equals(first));
        assertThat(cart.check("smoke").orElseThrow().outcome()).isEqualTo(CheckOutcome.Pass);
    }

    private static List<String> uids(Namespace shop) {
        return jobs(shop).stream().map(it -> it.getMetadata().getUid()).toList();
    }

    private static List<Job> jobs(Namespace shop) {
        return shop.client().batch().v1().jobs().inNamespace(shop.name()).list().getItems();
    }

    private static List<Job> jobsFor(App cart, Release release) {
        var revisions = cart.revisionsOf(release).stream()
                .map(it -> it.getMetadata().getUid())
                .toList();
        return jobs(cart.namespace()).stream()
                .filter(it -> revisions.contains(
                        it.getMetadata().getOwnerReferences().getFirst().getUid()))
                .toList();
    }

    private static String argument(Job job) {
        return job.getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getArgs()
                .getFirst();
    }

    /** V1 runs and is the baseline; the next release must pass the Job. */
    private static App running(Namespace shop, String gate, String behaviour) {
        var cart = shop.deploy("cart", V1).waitUntil("to run", App::isRolledOut);
        shop.policy("tested", policy(gate, behaviour)).waitUntilEnforced();
        return cart;
    }

    private static String policy(String gate, String behaviour) {
        return """
                mode: %s
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - name: smoke
                  required: true
                  %s
                  job:
                    template:
                      spec:
                        template:
                          metadata: {annotations: {%s}}
                          spec: {containers: [{name: it, image: registry.example/smoke:1, args: ["--pods={{newPods}}"]}]}
                """.formatted(gate.isEmpty() ? "Observe" : "Enforce", gate, behaviour);
    }
}
