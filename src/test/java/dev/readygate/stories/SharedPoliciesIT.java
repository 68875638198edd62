package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.TestPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several policies on one Deployment with shared parts: standards, and the platform's own policy. */
@ExtendWith(ClusterExtension.class)
class SharedPoliciesIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");

    private String own;

    @BeforeEach
    void nameThingsOfTheCluster(Namespace shop) {
        own = shop.name();
    }

    @AfterEach
    void removeThingsOfTheCluster(Namespace shop) {
        shop.cluster()
                .run("kubectl", "delete", "crp/" + own, "rstd/" + own, "rstd/" + own + "-other", "--ignore-not-found");
    }

    private void standard(Namespace shop, String path) {
        shop.cluster().apply("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessStandard
                metadata: {name: %s}
                spec:
                  title: Launch
                  parameters:
                  - {name: path, default: %s, sets: [{check: healthy, field: http.path}]}
                  - {name: tries, type: Number, default: "2", sets: [{check: healthy, field: failAfter}]}
                  categories: [{name: reliability, title: Reliability, weight: 3}]
                  checks:
                  - {name: healthy, category: reliability, every: 1s, timeout: 1s, required: true, gate: Serve,
                     http: {path: /}}
                  - {name: port-open, every: 1s, tcp: {}}
                """.formatted(own, path));
    }

    private TestPolicy launchPolicy(Namespace shop) {
        return shop.policy("launch", """
                mode: Enforce
                selector: {matchLabels: {app: cart}}
                standards: [{name: %s, skip: [port-open]}]
                checks: [{name: own, every: 1s, tcp: {}}]
                """.formatted(own));
    }

    @Test
    void aStandardsChecksGateLikeOnesOwn(Namespace shop) {
        standard(shop, "/health");
        launchPolicy(shop);
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        assertThat(cart.check("healthy").orElseThrow().policy()).isEqualTo("launch");
        assertThat(cart.check("port-open")).isEmpty();
        assertThat(cart.release(SICK).waitUntilWithdrawn()).serves(V1, 3);
    }

    @Test
    void twoStandardsKeepTheirOwnChecksOfOneName(Namespace shop) {
        standard(shop, "/health");
        var other = own + "-other";
        shop.cluster().apply("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessStandard
                metadata: {name: %s}
                spec: {title: Other, checks: [{name: healthy, every: 1s, http: {path: /other}}]}
                """.formatted(other));
        shop.policy("launch", "selector: {}\nstandards: [{name: %s}, {name: %s}]".formatted(own, other));
        var cart = shop.deploy("cart", V1);
        var name = other + "/healthy";
        cart.waitUntil("to have both", it -> outcome(it, name) == CheckOutcome.Pass);

        cart.allPodsNow("http", "/health 200; /other 503");

        cart.waitUntil("to fail the one", it -> outcome(it, name) == CheckOutcome.Fail);
        assertThat(outcome(cart, "healthy")).isEqualTo(CheckOutcome.Pass);

        shop.apply("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessWaiver
                metadata: {name: later}
                spec: {check: %s, deployment: cart, reason: it comes next month, expires: "2099-01-01T00:00:00Z"}
                """.formatted(name));
        cart.waitUntil("to excuse that one", it -> outcome(it, name) == CheckOutcome.Waived);
    }

    @Test
    void aMissingStandardIsSaidOnThePolicyAndTheOtherChecksGoOn(Namespace shop) {
        var policy = launchPolicy(shop);
        var cart = shop.deploy("cart", V1);

        cart.waitUntil("to have an answer", it -> outcome(it, "own") == CheckOutcome.Pass);
        assertThat(outcome(cart, "standard/" + own)).isEqualTo(CheckOutcome.Error);
        assertThat(cart.status().orElseThrow().verdict()).isNotEqualTo(Verdict.Pass);
        policy.waitUntil("to say so", it -> says(it, "MissingStandard"));

        standard(shop, "/health");

        policy.waitUntil("to be ready", it -> says(it, "Accepted"));
        cart.waitUntil("to be whole", it -> it.status().orElseThrow().verdict() == Verdict.Pass);
        assertThat(cart.check("standard/" + own)).isEmpty();
    }

    @Test
    void aStandardThatChangesChangesTheChecks(Namespace shop) {
        standard(shop, "/health");
        launchPolicy(shop);
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        cart.allPodsNow("http", "/health 200; /other 503");

        standard(shop, "/other");

        cart.waitUntil("to fail", it -> outcome(it, "healthy") == CheckOutcome.Fail);
        assertThat(cart.check("healthy").orElseThrow().message()).contains("/other");
    }

    @Test
    void thePlatformsPolicyMeetsTheNamespacesItSelects(Namespace shop) {
        var cart = shop.deploy("cart", V1);
        shop.cluster().apply("""
                apiVersion: readygate.dev/v1alpha1
                kind: ClusterReadinessPolicy
                metadata: {name: %1$s}
                spec:
                  mode: Enforce
                  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
                  selector: {matchLabels: {app: cart}}
                  checks:
                  - {name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: 2, required: true, http: {path: /health}}
                """.formatted(own));
        cart.waitUntilVerified();

        assertThat(cart.check("healthy").orElseThrow().policy()).isEqualTo("ClusterReadinessPolicy/" + own);
        assertThat(cart.release(SICK).waitUntilWithdrawn()).serves(V1, 3);
        shop.cluster().run("kubectl", "wait", "--for=condition=Enforced", "crp/" + own, "--timeout=5m");
        Awaitility.await("the summary to follow the report")
                .untilAsserted(() -> assertThat(shop.cluster()
                                .run("kubectl", "get", "crp", own, "-o", "jsonpath={.status.targets} {.status.fail}"))
                        .isEqualTo("1 0"));

        shop.cluster().run("kubectl", "delete", "crp/" + own);
        cart.waitUntil("to be let go", it -> it.status().isEmpty() && it.isRolledOut());
    }

    @Test
    void oneNameForTwoQuestionsIsSaidOnBothPoliciesAndTheWorseAnswerCounts(Namespace shop) {
        var health = shop.healthPolicy("Observe");
        var other = shop.policy("other", """
                selector: {}
                checks: [{name: healthy, every: 1s, failAfter: 1, http: {path: /nowhere}}]
                """);
        var cart = shop.deploy("cart", Release.good("v1").with("SIM_HTTP", "/health 200; /nowhere 404"));

        cart.waitUntil("to fail", it -> outcome(it, "healthy") == CheckOutcome.Fail);
        assertThat(cart.check("healthy").orElseThrow().policy()).isEqualTo("health, other");
        health.waitUntil("to warn", it -> it.warnings().toString().contains("asked differently by health, other"));
        other.waitUntil("to warn", it -> it.warnings().toString().contains("asked differently by health, other"));
        assertThat(cart.status().orElseThrow().warnings())
                .singleElement()
                .asString()
                .contains("asked differently");
    }

    @Test
    void aPolicyThatOnlyObservesHoldsNothingBesideOneThatEnforces(Namespace shop) {
        shop.healthPolicy();
        shop.policy("trial", """
                selector: {}
                checks: [{name: strict, gate: Serve, every: 1s, failAfter: 1, http: {path: /nowhere}}]
                """);
        var cart = shop.deploy("cart", Release.good("v1").with("SIM_HTTP", "/health 200; /nowhere 404"))
                .waitUntilVerified();

        cart.release(Release.good("v3").with("SIM_HTTP", "/health 200; /nowhere 404"))
                .waitUntilVerified();
        assertThat(outcome(cart, "strict")).isEqualTo(CheckOutcome.Fail);
    }

    private static CheckOutcome outcome(App app, String check) {
        return app.check(check).map(it -> it.outcome()).orElse(null);
    }

    private static boolean says(ReadinessPolicyStatus status, String reason) {
        return status.conditions().stream()
                .anyMatch(it -> it.type().equals("Ready") && it.reason().equals(reason));
    }
}
