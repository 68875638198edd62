package dev.readygate.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.testing.Cluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A namespace whose GateBook the test itself writes, in the operator's name; no operator runs. */
final class GovernedNamespace {
    static final String OPERATOR = "system:serviceaccount:readygate:readygate";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Cluster cluster;
    private final String name;
    private int pages;

    GovernedNamespace(Cluster cluster) {
        this.cluster = cluster;
        this.name = "admission-" + COUNT.incrementAndGet();
        cluster.operator().kill();
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
        cluster.client().resource(namespace).create();
    }

    String name() {
        return name;
    }

    KubernetesClient admin() {
        return cluster.client();
    }

    /** With the rights that the chart gives to the operator, and no others. */
    KubernetesClient operator() {
        return as(OPERATOR, "system:serviceaccounts", "system:serviceaccounts:readygate");
    }

    KubernetesClient as(String user, String... groups) {
        var impersonation = new RequestConfigBuilder()
                .withImpersonateUsername(user)
                .withImpersonateGroups(groups)
                .build();
        return admin().newClient(impersonation)
                .adapt(NamespacedKubernetesClient.class)
                .inNamespace(name);
    }

    /** Returns when the API server uses it. */
    void book(String deployment, String entry) {
        book(Map.of(deployment, entry));
    }

    void book(Map<String, String> entries) {
        book(entries, Map.of());
    }

    /** With the templates of baselines. */
    void book(Map<String, String> entries, Map<String, ObjectNode> baselines) {
        var canary = "canary-" + ++pages;
        var all = new HashMap<>(entries);
        all.put(canary, "uid|serve|||");
        write(new GateBookSpec(OPERATOR, all, Map.of(), baselines, Map.of()));
        Awaitility.await("the API server to read the book")
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ControllerPods.isGated(admitted(ControllerPods.of(canary, "any"))));
    }

    /** Returns at once. */
    void write(String deployment, String entry) {
        write(new GateBookSpec(OPERATOR, Map.of(deployment, entry)));
    }

    private void write(GateBookSpec spec) {
        var book = new GateBook();
        book.getMetadata().setName(GateBook.NAME);
        book.getMetadata().setNamespace(name);
        book.setSpec(spec);
        operator().resource(book).createOr(it -> it.update());
    }

    /** The pod as the API server would admit it. */
    Pod admitted(Pod pod) {
        return admin().pods().inNamespace(name).resource(pod).dryRun(true).create();
    }

    /** Sends the request of {@code kubectl apply --server-side}, for stories that begin after it. */
    void declare(String manifest) {
        admin().resource(manifest)
                .inNamespace(name)
                .fieldManager("kubectl")
                .forceConflicts()
                .serverSideApply();
    }

    /** Sends the request of {@code kubectl patch}. */
    void patch(PatchType type, String patch) {
        var context = new PatchContext.Builder()
                .withPatchType(type)
                .withFieldManager("kubectl-patch")
                .build();
        cart(admin()).patch(context, patch);
    }

    RollableScalableResource<Deployment> cart(KubernetesClient by) {
        return by.apps().deployments().inNamespace(name).withName("cart");
    }

    /** Runs kubectl as a person does; returns its output, warnings included. */
    String kubectl(String... arguments) {
        var all = new ArrayList<>(List.of("-n", name));
        all.addAll(List.of(arguments));
        return cluster.run("kubectl", all.toArray(String[]::new));
    }

    /** Runs a line of a document in a shell. */
    void shell(String line) {
        cluster.run("/bin/sh", "-c", line);
    }

    /** Repeats on a conflict between kubectl's read and its write, as users would. */
    void replace(String manifest) {
        Awaitility.await("it to be replaced")
                .ignoreExceptionsMatching(it -> it.getMessage().contains("the object has been modified"))
                .until(() -> kubectlWith(manifest, "replace"), it -> true);
    }

    /** With {@code -f FILE} at the end. */
    String kubectlWith(String manifest, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-f", ChartManifests.inAFile(manifest)));
        return kubectl(all.toArray(String[]::new));
    }
}
