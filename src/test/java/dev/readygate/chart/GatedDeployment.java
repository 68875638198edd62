package dev.readygate.chart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.testing.Cluster;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Deployment {@code cart}, whose version 1 is the baseline and whose next one waits at gate Start. */
final class GatedDeployment {
    static final String HELD = "readygate.dev/held";
    static final String GATES = "%s|serve,start|aaa|";

    private final GovernedNamespace shop;

    private final ObjectNode baseline;

    private GatedDeployment(GovernedNamespace shop) {
        this.shop = shop;
        shop.declare(ChartManifests.cart("1"));
        this.baseline = declared();
    }

    /** Version 1 runs. */
    static GatedDeployment in(Cluster cluster) {
        var cart = new GatedDeployment(new GovernedNamespace(cluster));
        cart.book(GATES);
        return cart;
    }

    /** Version 2 was withdrawn. */
    static GatedDeployment withdrawn(Cluster cluster) {
        var cart = in(cluster);
        cart.patchAsOperator("{\"spec\":{\"template\":{\"spec\":{\"$setElementOrder/containers\":[{\"name\":\"app\"}],"
                + "\"containers\":[{\"name\":\"app\",\"image\":\"registry.example/cart:2\"}]}}}}");
        cart.book(GATES + HeldDeployment.WHY);
        cart.patchAsOperator("{\"metadata\":{\"annotations\":{\"readygate.dev/held\":\"revision 5d8f7c withdrawn\"}},"
                + "\"spec\":{\"paused\":true}}");
        return cart;
    }

    GovernedNamespace shop() {
        return shop;
    }

    /** @param entry with a place for the UID; version 1 is the baseline */
    void book(String entry) {
        shop.book(Map.of("cart", entry.formatted(now().getMetadata().getUid())), Map.of("cart", baseline));
    }

    void bookWithoutRoom() {
        shop.book(
                Map.of("cart", GATES.formatted(now().getMetadata().getUid())),
                Map.of("cart", new ObjectMapper().createObjectNode()));
    }

    /** The template as the API server completed it. */
    private ObjectNode declared() {
        try {
            return (ObjectNode) new ObjectMapper()
                    .readTree(shop.admin().raw("/apis/apps/v1/namespaces/%s/deployments/cart".formatted(shop.name())))
                    .at("/spec/template");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Server-side, as a GitOps tool does. */
    String apply(String version) {
        return apply(version, "");
    }

    String apply(String version, String spec) {
        return shop.kubectlWith(ChartManifests.cart(version, spec), "apply", "--server-side=true", "--force-conflicts");
    }

    String applyByClient(String version, String spec) {
        return shop.kubectlWith(ChartManifests.cart(version, spec), "apply", "--server-side=false");
    }

    String kubectl(String... arguments) {
        return shop.kubectl(arguments);
    }

    void patch(String merge) {
        shop.patch(PatchType.JSON_MERGE, merge);
    }

    void patchAsOperator(String patch) {
        shop.cart(shop.operator())
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.STRATEGIC_MERGE)
                                .withFieldManager("readygate")
                                .build(),
                        patch);
    }

    /** Resumes the Deployment as the operator does after gate Start. */
    void letGo() {
        patchAsOperator("{\"metadata\":{\"annotations\":{\"readygate.dev/held\":null}},\"spec\":{\"paused\":false}}");
    }

    Deployment now() {
        return shop.cart(shop.admin()).get();
    }

    long generation() {
        return now().getMetadata().getGeneration();
    }

    boolean isPaused() {
        return Objects.requireNonNullElse(now().getSpec().getPaused(), false);
    }

    Optional<String> annotation(String name) {
        return Optional.ofNullable(now().getMetadata().getAnnotations()).map(it -> it.get(name));
    }

    Optional<String> reason() {
        return annotation(HELD);
    }

    /** Its pending name while it waits; otherwise empty. */
    Optional<String> parked() {
        return reason().filter(it -> isPaused() && it.contains(" waits at gate Start"))
                .map(it -> it.split(" ")[0]);
    }

    String version() {
        return ChartManifests.versionOf(now().getSpec().getTemplate().getSpec());
    }

    long replicaSets() {
        return shop.admin()
                .apps()
                .replicaSets()
                .inNamespace(shop.name())
                .list()
                .getItems()
                .size();
    }
}
