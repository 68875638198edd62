package dev.readygate.cli.cluster;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.cli.plan.OperatorSign.Lease;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Releases all holds without the operator. It deletes the GateBook first: with it, admission pauses Deployments again.
 */
public final class HoldRelease {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** The time for the API server to see that the book is gone, and for a running operator to write it anew. */
    private static final Duration SEEN = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String UNPAUSED = """
            {"spec": {"paused": false}, "metadata": {"annotations": {"%s": null}}}""".formatted(ContractNames.HELD);
    private static final String OPENED = """
            {"status": {"conditions": [{"type": "%s", "status": "True"}]}}""".formatted(ContractNames.GATE);

    private final Session session;
    private final Consumer<String> telling;
    private final List<GenericKubernetesResource> deployments;

    /** @param only one Deployment; if empty, all of the namespace */
    public HoldRelease(Session session, Optional<String> only, Consumer<String> telling) {
        this.session = session;
        this.telling = telling;
        this.deployments =
                only.map(it -> List.of(session.deployment(it))).orElseGet(() -> session.all(RawKinds.DEPLOYMENT));
    }

    /** The Lease of the operator that the GateBook names. */
    public Lease lease() {
        return book().map(it -> OperatorLease.of(session, it.getSpec().operator()))
                .orElseGet(Lease.Missing::new);
    }

    public String plan() {
        return "This deletes GateBook %s of namespace %s, unpauses %s, and opens the gates of %d waiting pods."
                .formatted(
                        GateBook.NAME,
                        session.namespace(),
                        held().isEmpty() ? "nothing" : names(held()),
                        waiting().size());
    }

    public void run() {
        gateBook().delete();
        if (staysAway()) {
            telling.accept("GateBook %s is gone.".formatted(GateBook.NAME));
        } else {
            throw new CommandRefused(
                    "The operator is alive: it wrote the GateBook anew. Set the policy to Observe or delete it,"
                            + " and it lets go by itself.");
        }
        held().forEach(this::unpause);
        waiting().forEach(this::open);
        telling.accept("Nothing is held any more; what was rejected rolls out.");
    }

    private boolean staysAway() {
        return !comesTrue(() -> book().isPresent(), SEEN);
    }

    private void unpause(GenericKubernetesResource deployment) {
        var resource =
                session.named(RawKinds.DEPLOYMENT, deployment.getMetadata().getName());
        var patching = Session.patching(PatchType.JSON_MERGE);
        if (!comesTrue(() -> !isHeld(resource.patch(patching, UNPAUSED)), PATIENCE)) {
            throw new CommandRefused("Deployment %s was paused again each time: is an operator alive?"
                    .formatted(deployment.getMetadata().getName()));
        }
        telling.accept(
                "Deployment %s goes on.".formatted(deployment.getMetadata().getName()));
    }

    private void open(GenericKubernetesResource pod) {
        session.named(RawKinds.POD, pod.getMetadata().getName())
                .subresource("status")
                .patch(Session.patching(PatchType.STRATEGIC_MERGE), OPENED);
        telling.accept("Pod %s may take traffic.".formatted(pod.getMetadata().getName()));
    }

    private List<GenericKubernetesResource> held() {
        return deployments.stream().filter(HoldRelease::isHeld).toList();
    }

    private static boolean isHeld(HasMetadata deployment) {
        return ObjectReader.annotation(deployment, ContractNames.HELD).isPresent();
    }

    /** Pods of these Deployments whose readiness gate is closed. */
    private List<GenericKubernetesResource> waiting() {
        var ours = uids(deployments);
        var owners = uids(session.all(RawKinds.REPLICA_SET).stream()
                .filter(it -> isOwned(it, ours))
                .toList());
        return session.in(RawKinds.POD).withLabel(ContractNames.GATED, "true").list().getItems().stream()
                .filter(it -> isOwned(it, owners) && !isOpen(it))
                .toList();
    }

    private static boolean isOpen(GenericKubernetesResource pod) {
        List<Map<String, Object>> conditions = pod.get("status", "conditions");
        return conditions != null
                && conditions.stream()
                        .anyMatch(it -> ContractNames.GATE.equals(it.get("type")) && "True".equals(it.get("status")));
    }

    private static boolean isOwned(HasMetadata object, Set<String> owners) {
        return object.getMetadata().getOwnerReferences().stream().anyMatch(it -> owners.contains(it.getUid()));
    }

    private static Set<String> uids(List<GenericKubernetesResource> objects) {
        return objects.stream().map(it -> it.getMetadata().getUid()).collect(Collectors.toSet());
    }

    private static String names(List<GenericKubernetesResource> objects) {
        return objects.stream().map(it -> it.getMetadata().getName()).collect(Collectors.joining(", "));
    }

    private static boolean comesTrue(BooleanSupplier what, Duration within) {
        var end = Instant.now().plus(within);
        while (!what.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    private Optional<GateBook> book() {
        return Optional.ofNullable(gateBook().get());
    }

    private Resource<GateBook> gateBook() {
        return session.client()
                .resources(GateBook.class)
                .inNamespace(session.namespace())
                .withName(GateBook.NAME);
    }
}
