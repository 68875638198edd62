package dev.readygate.bench;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A namespace with a Deployment without pods, and the measured requests. */
final class BenchNamespace implements AutoCloseable {
    private static final String CART = "cart";
    private static final String LINE = "%s|serve|0123456789,1123456789|";
    private static final String MERGE = "application/merge-patch+json";

    private final Namespace namespace;
    private final KubernetesClient admin;
    private final KubernetesClient operator;
    private final String uid;
    private String version;
    private int change;

    BenchNamespace(Cluster cluster, String name) {
        this.namespace = cluster.unobserved(name);
        this.admin = cluster.client();
        this.operator = cluster.impostor();
        this.uid = namespace
                .deploy(CART, Shape.of(0), Release.good("v1"))
                .deployment()
                .getMetadata()
                .getUid();
    }

    /** Returns when the API server uses it. */
    void book(int entries) {
        var lines = IntStream.range(1, entries)
                .mapToObj(it -> "\"app-%d\":\"%s\"".formatted(it, LINE.formatted("uid-of-somebody-else-" + it)))
                .collect(Collectors.joining(","));
        var book = """
                {"apiVersion":"readygate.dev/v1alpha1","kind":"GateBook","metadata":{"name":"readygate"},
                 "spec":{"operator":"system:serviceaccount:readygate:readygate","deployments":{%s"cart":"%s"}}}""".formatted(lines.isEmpty() ? "" : lines + ",", LINE.formatted(uid));
        books().delete();
        version = version(raw(operator, booksPath(), "POST", book));
        Awaitility.await("the API server to go by the book")
                .pollInterval(Duration.ofMillis(50))
                .until(this::createsGatedPods);
    }

    private Resource<GateBook> books() {
        return admin.resources(GateBook.class).inNamespace(namespace.name()).withName(GateBook.NAME);
    }

    private String booksPath() {
        return "/apis/readygate.dev/v1alpha1/namespaces/" + namespace.name() + "/gatebooks";
    }

    boolean createsGatedPods() {
        return createPod().contains("readygate.dev/verified");
    }

    /** Declares another template each time, as a release does. */
    void update() {
        raw(
                admin,
                "/apis/apps/v1/namespaces/%s/deployments/%s?dryRun=All".formatted(namespace.name(), CART),
                "PATCH",
                "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"change\":\"%d\"}}}}}".formatted(++change));
    }

    /** Creates a pod of an unverified revision as the ReplicaSet controller does. */
    String createPod() {
        return raw(
                admin, "/api/v1/namespaces/" + namespace.name() + "/pods?dryRun=All", "POST", """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"cart-new-%d","labels":{"app":"cart","pod-template-hash":"new"},
                 "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"cart-new","uid":"1","controller":true}]},
                 "spec":{"containers":[{"name":"app","image":"registry.example/app:v1"}]}}""".formatted(++change));
    }

    /** As the operator does: a merge patch of one entry, with the resourceVersion of the decision. */
    void changeOneLine() {
        var written = raw(
                operator,
                booksPath() + "/" + GateBook.NAME,
                "PATCH",
                "{\"metadata\":{\"resourceVersion\":\"%s\"},\"spec\":{\"deployments\":{\"cart\":\"%s%d\"}}}"
                        .formatted(version, LINE.formatted(uid), ++change));
        version = version(written);
    }

    private static String version(String book) {
        return Serialization.unmarshal(book, GateBook.class).getMetadata().getResourceVersion();
    }

    private static String raw(KubernetesClient client, String path, String verb, String body) {
        var config = client.getConfiguration();
        var request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(config.getMasterUrl().replaceAll("/$", "") + path)
                .method(verb, verb.equals("PATCH") ? MERGE : "application/json", body)
                .build();
        var answer = client.getHttpClient().sendAsync(request, String.class).join();
        if (!answer.isSuccessful()) {
            throw new IllegalStateException(verb + " " + path + ": " + answer.code() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        operator.close();
        admin.namespaces().withName(namespace.name()).delete();
    }
}
