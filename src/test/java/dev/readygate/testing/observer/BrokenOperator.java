package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.testing.App;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.HashMap;
import java.util.Map;

/** Acts in the operator's name and does, step by step, what the operator must never do. */
final class BrokenOperator implements AutoCloseable {
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
    private static final PatchContext STRATEGIC = PatchContext.of(PatchType.STRATEGIC_MERGE);

    private final Namespace shop;
    private final KubernetesClient client;
    private final Map<String, String> lines = new HashMap<>();
    private boolean isWritten;

    BrokenOperator(Namespace shop) {
        this.shop = shop;
        this.client = shop.cluster().impostor();
        mayDoEverything();
    }

    /** More rights than the chart gives the operator: a forbidden write would not be seen. */
    private void mayDoEverything() {
        shop.client()
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("everything")
                        .withNamespace(shop.name())
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                        .addNewSubject(null, "ServiceAccount", "readygate", "readygate")
                        .build())
                .create();
    }

    /** The declared release is verified, and the next one is gated. */
    void verifies(App app, Release release) {
        lines.put(app.name(), "%s|serve|%s|".formatted(uid(app), hash(app, release)));
    }

    void takesBack(App app, Release release) {
        lines.computeIfPresent(
                app.name(),
                (_, line) -> line
                        + "%s since 2026-01-01T00:00:00Z: healthy: it looked at me in a funny way"
                                .formatted(hash(app, release)));
    }

    void writesTheBook() {
        var book = new GateBook();
        book.setMetadata(new ObjectMetaBuilder()
                .withName(GateBook.NAME)
                .withNamespace(shop.name())
                .build());
        book.setSpec(new GateBookSpec("system:serviceaccount:readygate:readygate", lines));
        if (isWritten) {
            client.resource(book).update();
        } else {
            client.resource(book).create();
        }
        isWritten = true;
    }

    void opens(App app, Release release) {
        sets(app.podsOf(release).getFirst(), "True");
    }

    void closes(App app, Release release) {
        sets(app.podsOf(release).getFirst(), "False");
    }

    private void sets(Pod pod, String status) {
        client.pods()
                .inNamespace(shop.name())
                .withName(pod.getMetadata().getName())
                .subresource("status")
                .patch(
                        STRATEGIC,
                        "{\"status\":{\"conditions\":[{\"type\":\"readygate.dev/verified\",\"status\":\"%s\"}]}}"
                                .formatted(status));
    }

    void empties(App app, Release release) {
        client.apps()
                .replicaSets()
                .inNamespace(shop.name())
                .withName(app.revisionsOf(release).getFirst().getMetadata().getName())
                .patch(MERGE, "{\"spec\":{\"replicas\":0}}");
    }

    void pauses(App app) {
        client.apps()
                .deployments()
                .inNamespace(shop.name())
                .withName(app.name())
                .patch(
                        MERGE,
                        "{\"metadata\":{\"annotations\":{\"readygate.dev/held\":\"because\"}},\"spec\":{\"paused\":true}}");
    }

    void tells(App app, String name) {
        client.resource(new EventBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(shop.name())
                        .endMetadata()
                        .withEventTime(new MicroTime("2026-01-01T00:00:00.000000Z"))
                        .withReportingController("readygate.dev/operator")
                        .withReportingInstance("broken")
                        .withType("Normal")
                        .withReason("Verified")
                        .withAction("Verified")
                        .withNote("I say it again")
                        .withNewRegarding()
                        .withKind("Deployment")
                        .withNamespace(shop.name())
                        .withName(app.name())
                        .withUid(uid(app))
                        .endRegarding()
                        .build())
                .create();
    }

    void deletesEvidence(String name) {
        client.resources(ReadinessEvidence.class)
                .inNamespace(shop.name())
                .withName(name)
                .delete();
    }

    private static String uid(App app) {
        return app.deployment().getMetadata().getUid();
    }

    private static String hash(App app, Release release) {
        return app.revisionsOf(release).getFirst().getMetadata().getLabels().get("pod-template-hash");
    }

    @Override
    public void close() {
        client.close();
    }
}
