package dev.readygate.testing;

import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessReport;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** A namespace of its own, for one test. */
public final class Namespace {
    private final Cluster cluster;
    private final String name;

    private Namespace(Cluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    static Namespace create(Cluster cluster, String name) {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
        cluster.client().resource(namespace).create();
        return new Namespace(cluster, name);
    }

    void delete() {
        client().namespaces().withName(name).delete();
    }

    public String name() {
        return name;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Operator operator() {
        return cluster.operator();
    }

    KubernetesClient client() {
        return cluster.client();
    }

    /** Applied as people apply: server-side, and again if need be. */
    public Namespace apply(String yaml) {
        client().load(new java.io.ByteArrayInputStream(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .inNamespace(name)
                .forceConflicts()
                .serverSideApply();
        return this;
    }

    /** Three replicas that answer everything with 200, unless the release says otherwise. */
    public App deploy(String app, Release release) {
        return new App(this, app, 3).release(release);
    }

    public App deploy(String app, int replicas, Release release) {
        return new App(this, app, replicas).release(release);
    }

    public Policy policy(String policy, String spec) {
        apply("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessPolicy
                metadata: {name: %s}
                spec:
                %s""".formatted(policy, spec.indent(2)));
        return new Policy(this, policy);
    }

    /** A policy whose Serve gate asks every pod's /health each second, and gives up after the second failure. */
    public Policy healthPolicy() {
        return policy("health", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw}
                checks:
                - name: healthy
                  required: true
                  gate: Serve
                  every: 1s
                  timeout: 1s
                  failAfter: 2
                  http: {path: /health}
                """);
    }

    public Optional<ReadinessPolicy> policyNamed(String policy) {
        return Optional.ofNullable(client().resources(ReadinessPolicy.class)
                .inNamespace(name)
                .withName(policy)
                .get());
    }

    public Optional<ReadinessReport> report(String app) {
        return Optional.ofNullable(client().resources(ReadinessReport.class)
                .inNamespace(name)
                .withName(app)
                .get());
    }

    /** What we said about a Deployment, oldest first. */
    public List<Event> news(String app) {
        return client().events().v1().events().inNamespace(name).list().getItems().stream()
                .filter(it -> "readygate.dev/operator".equals(it.getReportingController()))
                .filter(it -> it.getRegarding().getName().equals(app))
                .sorted(java.util.Comparator.comparing(it -> it.getEventTime().getTime()))
                .toList();
    }

    public List<String> writesOfTheOperator() {
        return cluster.audit().writesOfTheOperator(name);
    }
}
