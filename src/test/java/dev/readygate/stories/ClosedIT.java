package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gate Admit in a closed window: no new template, and all other changes go on. */
@ExtendWith(ClusterExtension.class)
class ClosedIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release V3 = Release.good("v3");
    private static final String SENTENCE = "gate Admit of Deployment cart is shut: good-time: closed for freeze";

    private static final String POLICY = """
            mode: %s
            selector: {}
            rollout: {onFailure: Hold, soak: 0s}
            checks:
            - {name: healthy, gate: Serve, every: 1s, failAfter: 2, http: {path: /health}}
            - name: good-time
              gate: Admit
              window: {forbidden: [{name: freeze, dates: [{from: %s, to: 2099-12-30}]}]}
            """;

    private static void policy(Namespace shop, String mode, String from) {
        shop.policy("times", POLICY.formatted(mode, from));
    }

    private static void open(Namespace shop) {
        policy(shop, "Enforce", "2099-12-01");
    }

    private static App waitUntilShut(App cart) {
        return cart.waitUntil(
                "to be shut",
                it -> it.namespace().book().stream()
                        .anyMatch(book -> book.getSpec().closed().containsKey("cart")));
    }

    private static GateStatus admit(App cart) {
        return cart.status().stream()
                .flatMap(it -> it.gates().stream())
                .filter(it -> it.gate() == Gate.Admit)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewTemplateIsDeniedAndTheSameOneScalesAndRestarts(Namespace shop) {
        open(shop);
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        policy(shop, "Enforce", "2020-01-01");
        waitUntilShut(cart);
        cart.waitUntil("to be denied", it -> denies(it, V3));
        assertThatThrownBy(() -> cart.kubectl("set image", "app=" + V3.image())).hasMessageContaining(SENTENCE);
        cart.waitUntil("to be reported", it -> admit(it).state() == GateState.Held);
        assertThat(admit(cart).waitingOn()).startsWith("good-time: closed for freeze");
        cart.scale(2).waitUntil("to be scaled", App::isRolledOut);
        cart.kubectl("rollout restart");
        cart.waitUntil("to be restarted", App::isRolledOut);

        shop.operator().kill();
        assertThatThrownBy(() -> cart.release(V3)).hasMessageContaining(SENTENCE);
        shop.operator().start();

        open(shop);
        cart.waitUntil("to open by itself", it -> !denies(it, V3));
        cart.release(V3).waitUntilVerified();
        assertThat(admit(cart).state()).isEqualTo(GateState.Passed);
    }

    private static boolean denies(App cart, Release release) {
        return denies(cart, release, SENTENCE);
    }

    static boolean denies(App cart, Release release, String sentence) {
        try {
            cart.kubectl("set image", "app=" + release.image(), "--dry-run=server");
            return false;
        } catch (IllegalStateException | AssertionError denied) {
            return denied.getMessage().contains(sentence);
        }
    }

    @Test
    void theWayBackIsNeverShut(Namespace shop) {
        open(shop);
        var cart = shop.deploy("cart", V1).waitUntilVerified();
        cart.release(SICK).waitUntil("to wait", it -> it.gatedPodsOf(SICK) > 0);

        policy(shop, "Enforce", "2020-01-01");
        waitUntilShut(cart);
        cart.waitUntil("to be denied", it -> denies(it, V3));
        cart.release(V1).waitUntilVerified();
    }

    @Test
    void modeWarnWarnsAndLetsItIn(Namespace shop) {
        var cart = shop.deploy("cart", V1).waitUntil("to run", App::isRolledOut);
        policy(shop, "Warn", "2020-01-01");
        waitUntilShut(cart);

        cart.waitUntil(
                "a warning",
                it -> it.kubectl("set image", "app=" + V3.image(), "--dry-run=server")
                        .contains(SENTENCE));
        cart.release(SICK)
                .waitUntilReported(
                        "what would be held",
                        it -> it.conditions().stream()
                                .anyMatch(one -> one.reason().equals("Warned")
                                        && one.message().contains("healthy: GET /health answered 503")));
        cart.waitUntil(
                "one Event",
                it -> shop.news("cart").stream()
                                .filter(news -> news.getReason().equals("Warned"))
                                .count()
                        == 1);
        cart.waitUntil("to run", it -> it.readyPodsOf(SICK) == 3);
    }
}
