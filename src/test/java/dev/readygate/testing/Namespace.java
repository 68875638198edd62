package dev.readygate.testing;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessReport;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A namespace of its own, for one test. */
public final class Namespace implements AutoCloseable {
    private final Cluster cluster;
    private final String name;
    private final Map<String, GitOps> healers = new ConcurrentHashMap<>();
    private boolean healed;

    private Namespace(Cluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    static Namespace create(Cluster cluster, String name, Map<String, String> labels) {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .build();
        cluster.client().resource(namespace).create();
        return new Namespace(cluster, name);
    }

    /** No invariant may be violated in any test, and the numbers of its reports must add up. */
    @Override
    public void close() {
        healers.values().forEach(GitOps::close);
        try {
            cluster.observer().expectNothingBroken(name);
            expectReportsToAddUp();
        } finally {
            cluster.observer().forget(name);
            cluster.audit().forget(name);
            client().namespaces().withName(name).delete();
        }
    }

    private void expectReportsToAddUp() {
        client().resources(ReadinessReport.class).inNamespace(name).list().getItems().stream()
                .map(ReadinessReport::getStatus)
                .filter(it -> it != null && it.verdict() != null)
                .forEach(Recomputed::verify);
    }

    /** From now on a GitOps tool applies the last release every second, as Argo CD's self-heal would. */
    public Namespace healed() {
        healed = true;
        return this;
    }

    Optional<GitOps> healer(App app) {
        return healed ? Optional.of(healers.computeIfAbsent(app.name(), it -> GitOps.waiting(app))) : Optional.empty();
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

    public KubernetesClient client() {
        return cluster.client();
    }

    /** Applies as users do: server-side, and again if need be. */
    public Namespace apply(String yaml) {
        client().load(new java.io.ByteArrayInputStream(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .inNamespace(name)
                .forceConflicts()
                .serverSideApply();
        return this;
    }

    /** A user with the rights of admins of this namespace. */
    public Colleague colleague(String user, String... groups) {
        return Colleague.in(this, user, groups);
    }

    /** A user with the rights of the ClusterRole edit in this namespace. */
    public Colleague editor(String user) {
        return Colleague.with("edit", this, user);
    }

    /** Three replicas that answer every request with 200, unless the release differs. */
    public App deploy(String app, Release release) {
        return deploy(app, Shape.of(3), release);
    }

    public App deploy(String app, Shape shape, Release release) {
        return new App(this, app, shape).release(release);
    }

    /** An app that is verified, and whose next release the API server holds, as a trial showed. */
    public App governed(String app, Release release) {
        var deployed = deploy(app, release);
        healthPolicy();
        deployed.waitUntilVerified();
        healthPolicy().waitUntilEnforced();
        return deployed;
    }

    /** An app that was applied from a document. */
    public App app(String app) {
        return new App(this, app, Shape.of(2));
    }

    public TestPolicy policy(String policy, String spec) {
        apply("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessPolicy
                metadata: {name: %s}
                spec:
                %s""".formatted(policy, spec.indent(2)));
        return new TestPolicy(this, policy);
    }

    /** A policy whose Serve gate asks every pod's /health each second, and fails after the second failure. */
    public TestPolicy healthPolicy() {
        return healthPolicy("Enforce");
    }

    public TestPolicy healthPolicy(String mode) {
        return policy("health", """
                mode: %s
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - name: healthy
                  required: true
                  gate: Serve
                  every: 1s
                  timeout: 1s
                  failAfter: 2
                  http: {path: /health}
                """.formatted(mode));
    }

    public Optional<ReadinessPolicy> policyNamed(String policy) {
        return Optional.ofNullable(client().resources(ReadinessPolicy.class)
                .inNamespace(name)
                .withName(policy)
                .get());
    }

    public Optional<GateBook> book() {
        return Optional.ofNullable(client().resources(GateBook.class)
                .inNamespace(name)
                .withName(GateBook.NAME)
                .get());
    }

    public Optional<ReadinessReport> report(String app) {
        return Optional.ofNullable(client().resources(ReadinessReport.class)
                .inNamespace(name)
                .withName(app)
                .get());
    }

    /** The operator's Events about a Deployment, oldest first. */
    public List<Event> news(String app) {
        return client().events().v1().events().inNamespace(name).list().getItems().stream()
                .filter(it -> "readygate.dev/operator".equals(it.getReportingController()))
                .filter(it -> it.getRegarding().getName().equals(app))
                .sorted(java.util.Comparator.comparing(it -> it.getEventTime().getTime()))
                .toList();
    }

    /** Completes with the time when the API server reports this score, if the score differs now. */
    public CompletableFuture<Instant> scoreOf(String app, int score) {
        var seen = new CompletableFuture<Instant>();
        var watch = client().resources(ReadinessReport.class)
                .inNamespace(name)
                .withName(app)
                .watch(new SightingWatcher<>(
                        it -> Integer.valueOf(score).equals(it.getStatus().score()), seen));
        seen.whenComplete((at, failure) -> watch.close());
        return seen;
    }

    private record SightingWatcher<T>(Predicate<T> which, CompletableFuture<Instant> seen) implements Watcher<T> {
        @Override
        public void eventReceived(Action action, T object) {
            if (which.test(object)) {
                seen.complete(Instant.now());
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            seen.completeExceptionally(cause);
        }
    }

    /** Kills the operator from the watch that sees this event, as soon after it as possible. */
    public <T extends HasMetadata> CompletableFuture<Void> killTheOperatorWhen(Class<T> kind, Predicate<T> seen) {
        var killed = new CompletableFuture<Void>();
        var watch = client().resources(kind).inNamespace(name).watch(new Ambush<>(operator(), seen, killed));
        return killed.orTimeout(WaitLimit.LONGEST.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((done, late) -> watch.close());
    }

    private record Ambush<T extends HasMetadata>(Operator operator, Predicate<T> seen, CompletableFuture<Void> killed)
            implements Watcher<T> {
        @Override
        public void eventReceived(Action action, T object) {
            if (seen.test(object) && !killed.isDone()) {
                operator.kill();
                killed.complete(null);
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            killed.completeExceptionally(cause);
        }
    }

    /** Changes a label of every gated object, as another controller might at any moment. */
    public void touchAll() {
        var label = "{\"metadata\":{\"labels\":{\"touched\":\"%d\"}}}".formatted(System.nanoTime());
        var merge = PatchContext.of(PatchType.JSON_MERGE);
        client().apps().deployments().inNamespace(name).resources().forEach(it -> it.patch(merge, label));
        client().pods().inNamespace(name).resources().forEach(it -> it.patch(merge, label));
        client().resources(ReadinessReport.class).inNamespace(name).resources().forEach(it -> it.patch(merge, label));
    }

    public List<String> refusedWritesOfTheOperator() {
        return cluster.audit().refusedWritesOfTheOperator(name);
    }

    public List<String> credentialsOfWrites() {
        return cluster.audit().tokensOfWrites(name);
    }

    public List<String> writesOfTheOperator() {
        return cluster.audit().writesOfTheOperator(name);
    }
}
