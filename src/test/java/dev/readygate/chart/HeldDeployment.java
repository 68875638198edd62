package dev.readygate.chart;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Objects;
import java.util.Optional;

/**
 * Deployment {@code cart}, whose version 2 was withdrawn: paused, annotated, and held in the GateBook, as the
 * operator leaves it.
 */
final class HeldDeployment {
    static final String HELD = "readygate.dev/held";
    static final String WHY = "5d8f7c since 2026-11-21T12:04:00Z: healthy: GET /health answered 503";

    private static final PatchContext AS_READYGATE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager("readygate")
            .build();

    private final GovernedNamespace shop;

    private HeldDeployment(GovernedNamespace shop) {
        this.shop = shop;
    }

    /** Held after two releases, each applied in the given style. */
    static HeldDeployment in(GovernedNamespace shop, ApplyStyle how) {
        return in(shop, how, "");
    }

    static HeldDeployment in(GovernedNamespace shop, ApplyStyle how, String spec) {
        var cart = new HeldDeployment(shop);
        cart.declare(how, "1", spec);
        cart.declare(how, "2", spec);
        cart.book("%s|serve|aaa|" + WHY);
        cart.pause();
        return cart;
    }

    /** Declared as version 2 and paused by a person. */
    static HeldDeployment pausedByAPerson(GovernedNamespace shop) {
        var cart = new HeldDeployment(shop);
        cart.declare(ApplyStyle.ServerSide, "2", "");
        cart.kubectl("rollout", "pause", "deployment/cart");
        cart.book("%s|serve|aaa|" + WHY);
        return cart;
    }

    enum ApplyStyle {
        ServerSide("--server-side=true"),
        ClientSide("--server-side=false");

        private final String flag;

        ApplyStyle(String flag) {
            this.flag = flag;
        }
    }

    String apply(ApplyStyle how, String version, String spec) {
        return shop.kubectlWith(ChartManifests.cart(version, spec), "apply", how.flag);
    }

    /** Before a story begins. */
    private void declare(ApplyStyle how, String version, String spec) {
        if (how == ApplyStyle.ServerSide) {
            shop.declare(ChartManifests.cart(version, spec));
        } else {
            apply(how, version, spec);
        }
    }

    void patch(PatchType type, String patch) {
        shop.patch(type, patch);
    }

    String kubectl(String... arguments) {
        return shop.kubectl(arguments);
    }

    /** @param entry with a place for the UID */
    void book(String entry) {
        shop.book("cart", entry.formatted(now().getMetadata().getUid()));
    }

    private void pause() {
        patchAsOperator("{\"metadata\":{\"annotations\":{\"%s\":\"why\"}},\"spec\":{\"paused\":true}}");
    }

    /** The operator releases it, as when a policy is deleted. */
    void letGo() {
        patchAsOperator("{\"metadata\":{\"annotations\":{\"%s\":null}},\"spec\":{\"paused\":false}}");
    }

    private void patchAsOperator(String patch) {
        shop.cart(shop.operator()).patch(AS_READYGATE, patch.formatted(HELD));
    }

    Deployment now() {
        return shop.cart(shop.admin()).get();
    }

    boolean isPaused() {
        return Objects.requireNonNullElse(now().getSpec().getPaused(), false);
    }

    Optional<String> reason() {
        return Optional.ofNullable(now().getMetadata().getAnnotations().get(HELD));
    }

    String version() {
        return ChartManifests.versionOf(now().getSpec().getTemplate().getSpec());
    }

    /** The field managers that own fields about pauses. */
    String ownersOfPauses() {
        return now().getMetadata().getManagedFields().stream()
                .filter(it -> Serialization.asJson(it.getFieldsV1()).matches("(?s).*(f:paused|f:readygate).*"))
                .map(it -> it.getManager())
                .toList()
                .toString();
    }
}
