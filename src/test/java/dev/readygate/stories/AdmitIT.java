package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import dev.readygate.testing.TestPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gate Admit on a real API server: rules for manifests. */
@ExtendWith(ClusterExtension.class)
class AdmitIT {
    private static final Release V1 = Release.good("v1");
    private static final Release BAD = Release.good("latest");
    private static final Release V2 = Release.good("v2");

    private static final String PINNED = """
            mode: %s
            selector: {}
            rollout: {onFailure: Withdraw, soak: 0s}
            checks:
            - {name: pinned, gate: Admit, manifest: {pack: images, skip: [image-digest]}}
            """;
    private static final String SENTENCE =
            ": check pinned of ReadinessPolicy %s/manifests is not kept (1 of 1 rules): image-tagged: Name a version as the tag of"
                    + " every image, or a digest; correct the template and apply it again";

    private static TestPolicy pinned(Namespace shop, String mode) {
        return shop.policy("manifests", PINNED.formatted(mode)).waitUntil("to be active", AdmitIT::isActive);
    }

    private static boolean isActive(ReadinessPolicyStatus status) {
        return status.conditions().stream()
                        .anyMatch(it ->
                                it.type().equals("Admit") && it.status().name().equals("True"))
                && status.conditions().stream()
                        .anyMatch(it ->
                                it.type().equals("Ready") && it.status().name().equals("True"));
    }

    @Test
    void aBadManifestIsDeniedWhenItIsCreatedAndWhenItIsChanged(Namespace shop) {
        pinned(shop, "Enforce");

        assertThatThrownBy(() -> shop.deploy("basket", BAD)).hasMessageContaining(SENTENCE.formatted(shop.name()));
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        assertThatThrownBy(() -> cart.kubectl("set image", "app=" + BAD.image()))
                .hasMessageContaining(SENTENCE.formatted(shop.name()));
        assertThatThrownBy(() -> cart.kubectl("set image", "app=" + BAD.image(), "--dry-run=server"))
                .hasMessageContaining("check pinned");
        cart.release(V2).waitUntilVerified();
    }

    @Test
    void aDeploymentThatBreaksARuleCanBeScaledRestartedLabelledAndDeleted(Namespace shop) {
        var cart = shop.deploy("cart", BAD).waitUntil("to run", App::isRolledOut);
        pinned(shop, "Enforce");

        cart.scale(2).waitUntil("to be scaled", App::isRolledOut);
        cart.kubectl("rollout restart");
        cart.kubectl("label", "touched=true");
        cart.waitUntil("to be restarted", App::isRolledOut);
        assertThatThrownBy(() -> cart.kubectl("set env", "A=B")).hasMessageContaining("check pinned");
        cart.delete();
    }

    @Test
    void otherNamespacesAndOtherDeploymentsAreUntouched(Namespace shop, Cluster cluster) {
        shop.policy(
                        "manifests",
                        PINNED.formatted("Enforce").replace("selector: {}", "selector: {matchLabels: {app: cart}}"))
                .waitUntil("to be active", AdmitIT::isActive);

        assertThatThrownBy(() -> shop.deploy("cart", BAD)).hasMessageContaining("check pinned");
        shop.deploy("basket", BAD).waitUntil("to run", App::isRolledOut);
        try (var elsewhere = cluster.namespace(java.util.Map.of())) {
            elsewhere.deploy("cart", BAD).waitUntil("to run", App::isRolledOut);
        }
    }

    /**
     * The requester must have the right to write that controller's status: Flagger has it, a user who only edits
     * Deployments does not.
     */
    @Test
    void aFalseOwnerDoesNotGetRoundIt(Namespace shop) {
        pinned(shop, "Enforce");
        var owned = """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: basket
                  ownerReferences:
                  - {apiVersion: flagger.app/v1beta1, kind: Canary, name: basket, uid: 1f0c, controller: true}
                spec:
                  selector: {matchLabels: {app: basket}}
                  template:
                    metadata: {labels: {app: basket}}
                    spec: {containers: [{name: app, image: registry.example/basket}]}
                """;
        var ann = shop.colleague("ann");

        assertThatThrownBy(() -> ann.applies(owned)).hasMessageContaining("check pinned");
        shop.apply(owned);
    }

    @Test
    void modeWarnWarns(Namespace shop) {
        var cart = shop.deploy("cart", V1).waitUntil("to run", App::isRolledOut);
        pinned(shop, "Warn");

        Awaitility.await("a warning")
                .until(() -> cart.kubectl("set image", "app=" + BAD.image(), "--dry-run=server")
                        .contains("Warning: Validation failed for ValidatingAdmissionPolicy"));
        assertThat(cart.kubectl("set image", "app=" + BAD.image())).contains(SENTENCE.formatted(shop.name()));
        cart.waitUntil("to be changed", it -> it.readyPodsOf(BAD) == 3);
    }

    @Test
    void withThePolicyTheGateGoes(Namespace shop) {
        var policy = pinned(shop, "Enforce");
        assertThat(made(shop)).hasSize(1);

        policy.delete();

        Awaitility.await("everybody to be let in, and nothing to be left").untilAsserted(() -> {
            assertThat(made(shop)).isEmpty();
            assertThat(bound(shop)).isEmpty();
            assertThatCode(() -> tried(shop, "basket")).doesNotThrowAnyException();
        });
    }

    @Test
    void itHoldsWhileTheOperatorIsDownAndGoesWhenAPolicyWasDeletedMeanwhile(Namespace shop) {
        var policy = pinned(shop, "Enforce");

        shop.operator().kill();
        assertThatThrownBy(() -> shop.deploy("basket", BAD)).hasMessageContaining("check pinned");
        policy.delete();
        shop.operator().start();

        Awaitility.await("nothing to be left")
                .until(() -> made(shop).isEmpty() && bound(shop).isEmpty());
    }

    @Test
    void anOperatorThatIsKilledInTheMiddleGoesOn(Namespace shop) {
        var killed = shop.killTheOperatorWhen(
                ValidatingAdmissionPolicy.class, it -> annotation(it).endsWith(" " + shop.name() + "/manifests"));
        shop.policy("manifests", PINNED.formatted("Enforce"));
        killed.join();
        shop.operator().start();

        new TestPolicy(shop, "manifests").waitUntil("to be active", AdmitIT::isActive);
        assertThat(made(shop)).hasSize(1);
        assertThat(bound(shop)).hasSize(1);
    }

    @Test
    void aWaivedCheckDeniesNothingUntilTheWaiverExpires(Namespace shop) {
        pinned(shop, "Enforce");
        spareBasketForAWhile(shop);
        shop.operator().kill();
        assertThatThrownBy(() -> tried(shop, "cart")).hasMessageContaining("check pinned");

        Awaitility.await("the waiver to expire, the operator being down")
                .untilAsserted(
                        () -> assertThatThrownBy(() -> tried(shop, "basket")).hasMessageContaining("check pinned"));
        shop.operator().start();
    }

    /** For some seconds, or as many more as this machine needs to admit it before they are over. */
    private static void spareBasketForAWhile(Namespace shop) {
        for (int seconds = 12; ; seconds *= 2) {
            var until = Instant.now().plusSeconds(seconds);
            shop.apply("""
                    apiVersion: readygate.dev/v1alpha1
                    kind: ReadinessWaiver
                    metadata: {name: spare-basket-%d}
                    spec: {check: pinned, deployment: basket, reason: for the time of this test, expires: "%s"}
                    """.formatted(seconds, until));
            Awaitility.await("the waiver to count, or to be over")
                    .until(() -> isLetIn(shop, "basket") || Instant.now().isAfter(until));
            if (Instant.now().isBefore(until)) {
                return;
            }
        }
    }

    private static boolean isLetIn(Namespace shop, String app) {
        try {
            tried(shop, app);
            return true;
        } catch (IllegalStateException denied) {
            return false;
        }
    }

    @Test
    void anExpressionWithAnErrorDeniesNothingAndHidesNothing(Namespace shop) {
        shop.policy("manifests", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - {name: owned, gate: Admit, manifest: {expression: object.metadata.labels.owner == 'us'}}
                - name: both
                  gate: Admit
                  manifest:
                    rules:
                    - {name: owned, expression: object.metadata.labels.owner == 'us'}
                    - {name: few, expression: object.spec.replicas < 3}
                """).waitUntil("to be active", AdmitIT::isActive);

        assertThatThrownBy(() -> shop.deploy("basket", V1))
                .hasMessageContaining(
                        "check both of ReadinessPolicy %s/manifests is not kept (rules: owned, few): correct the template",
                        shop.name());
        shop.deploy("cart", Shape.of(2), V1).waitUntil("to run", App::isRolledOut);
    }

    @Test
    void changesByOthersAreUndone(Namespace shop) {
        pinned(shop, "Enforce");
        var made = made(shop).getFirst();

        shop.client()
                .resource(made)
                .edit(it -> new ValidatingAdmissionPolicyBuilder(it)
                        .editSpec()
                        .withValidations(new Validation("true", null, null, null))
                        .endSpec()
                        .build());
        Awaitility.await("its text to be back")
                .untilAsserted(() -> assertThat(made(shop).getFirst().getSpec()).isEqualTo(made.getSpec()));

        shop.client().resource(bound(shop).getFirst()).delete();
        Awaitility.await("its binding to be back").until(() -> bound(shop).size() == 1);
    }

    private static void tried(Namespace shop, String app) {
        shop.cluster()
                .run(
                        "kubectl",
                        "create",
                        "deployment",
                        app,
                        "--image=" + BAD.image(),
                        "-n",
                        shop.name(),
                        "--dry-run=server");
    }

    private static List<ValidatingAdmissionPolicy> made(Namespace shop) {
        return shop.client().resources(ValidatingAdmissionPolicy.class).list().getItems().stream()
                .filter(it -> annotation(it).contains(" " + shop.name() + "/"))
                .toList();
    }

    private static List<ValidatingAdmissionPolicyBinding> bound(Namespace shop) {
        return shop.client().resources(ValidatingAdmissionPolicyBinding.class).list().getItems().stream()
                .filter(it -> annotation(it).contains(" " + shop.name() + "/"))
                .toList();
    }

    private static String annotation(io.fabric8.kubernetes.api.model.HasMetadata it) {
        return it.getMetadata().getAnnotations().getOrDefault("readygate.dev/policy", "");
    }
}
