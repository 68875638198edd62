package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The output of kubectl for users. */
@ExtendWith(ClusterExtension.class)
class PolicySummaryIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");

    /** Never answers in time, and a policy that waits for data holds it. */
    private static final Release MUTE = Release.good("v3").with("SIM_HTTP", "/health 200 latency=1h");

    @Test
    void policiesAndReportsAreTablesThatSayHowThingsStand(Namespace shop) {
        var policy = shop.healthPolicy();
        shop.deploy("cart", V1).waitUntilVerified();
        shop.deploy("pay", V1).waitUntilVerified().allPodsNow("http", "/health 503");
        policy.waitUntilEnforced().waitUntil("the sum", it -> it.fail() == 1 && it.pass() == 1);

        assertThat(table(shop, "rp"))
                .containsExactly("NAME MODE TARGETS PASS FAIL SCORE ENFORCED AGE", "health Enforce 2 1 1 50 True AGE");
        assertThat(table(shop, "rr"))
                .containsExactly(
                        "NAME SCORE GRADE VERDICT PHASE REVISION WAITING ON AGE",
                        "cart 100 Green Pass Idle HASH AGE",
                        "pay 0 Red Fail Idle HASH AGE");
    }

    @Test
    void aPolicyCanBeWaitedFor(Namespace shop) {
        var policy = shop.healthPolicy();
        shop.deploy("cart", V1);

        assertThat(kubectl(shop, "wait", "--for=condition=Ready", "rp/health", "--timeout=5m"))
                .contains("condition met");
        policy.waitUntilEnforced();
        assertThat(policy).says("Enforced", "True", "The API server gates pods of unverified revisions");
        assertThat(policy).says("Ready", "True", "meets 1 Deployment");
    }

    @Test
    void aPolicyThatMeetsNothingSaysSo(Namespace shop) {
        var policy = shop.healthPolicy()
                .waitUntil("its status", it -> !it.conditions().isEmpty());

        assertThat(policy.status().orElseThrow().warnings())
                .singleElement()
                .asString()
                .contains("meets no Deployment");
        assertThat(policy).says("Ready", "True", "meets 0 Deployments");
        assertThat(policy).says("Enforced", "Unknown", "no Deployment of the namespace is gated yet");
    }

    @Test
    void kubectlExplainsTheCheck(Namespace shop) {
        assertThat(kubectl(shop, "explain", "rp.spec.checks.http"))
                .contains("path\t<string>", "port\t", "expect\t<Object>");
    }

    @Test
    void anInvalidPolicyIsRefusedWithTheFieldAndTheFix(Namespace shop) {
        assertThatThrownBy(() -> shop.policy("broken", """
                        mode: Enforce
                        selector: {}
                        checks:
                        - name: healthy
                          gate: Serve
                          http: {path: /health}
                          tcp: {port: http}
                        """))
                .hasMessageContaining("spec.checks[0]")
                .hasMessageContaining("exactly one");
    }

    @Test
    void deletingThePolicyLetsEverythingGo(Namespace shop) {
        var policy = shop.healthPolicy();
        var cart = withdrawn(shop);

        policy.delete();

        expectReleased(cart);
        cart.waitUntil("no report", it -> it.status().isEmpty());
    }

    @Test
    void onlyObservingLetsEverythingGo(Namespace shop) {
        shop.healthPolicy();
        var cart = withdrawn(shop);

        var policy = shop.healthPolicy("Observe");

        expectReleased(cart);
        policy.waitUntil(
                "to say so",
                it -> it.conditions().stream()
                        .anyMatch(condition -> condition.reason().equals("NotAsked")));
        assertThat(cart).isSaidToBe("Observed");
    }

    @Test
    void podsThatWaitedAreReleasedToo(Namespace shop) {
        var policy = shop.healthPolicy();
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        cart.release(MUTE).waitUntil("to wait at the gate", it -> it.waitingPodsOf(MUTE) > 0);

        policy.delete();

        cart.waitUntil("to be rolled out", App::isRolledOut);
    }

    private static App withdrawn(Namespace shop) {
        return shop.deploy("cart", V1).waitUntilVerified().release(SICK).waitUntilWithdrawn();
    }

    /** The withdrawn release is still declared, so now it rolls out. */
    private static void expectReleased(App cart) {
        cart.waitUntil("to be rolled out", it -> it.isRolledOut() && it.readyPodsOf(SICK) == 3);
        assertThat(cart).isLeftAlone();
        assertThat(cart.bookLine()).isEmpty();
    }

    private static String kubectl(Namespace shop, String... words) {
        var all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--namespace", shop.name()));
        return shop.cluster().run("kubectl", all.toArray(String[]::new));
    }

    /** The words of each line; ages and hashes differ between runs. */
    private static List<String> table(Namespace shop, String kind) {
        return kubectl(shop, "get", kind)
                .lines()
                .map(it -> it.trim()
                        .replaceAll("\\s+", " ")
                        .replaceAll(" [0-9a-f]{8,10} ", " HASH ")
                        .replaceAll(" \\d+[sm]\\d*s?$", " AGE"))
                .toList();
    }
}
