package dev.readygate.schedules;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Neighbours;
import dev.readygate.facts.Origin;
import dev.readygate.facts.PendingName;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects in an operator's caches, each as old as it may be, and the facts from them. */
record CachedObjects(Deployment deployment, List<ReplicaSet> replicaSets, List<ModelPod> pods) {
    static final DeploymentRef CART = new DeploymentRef("shop", "cart", "d-1");
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T11:00:00Z");

    static CachedObjects now(ApiServer api) {
        return new CachedObjects(api.deployment(), api.copyOfReplicaSets(), api.copyOfPods());
    }

    /** The facts besides the caches. */
    record Besides(
            Instant at,
            int maxUnavailable,
            Optional<BookEntry> book,
            Readings readings,
            PendingName names,
            boolean templates) {}

    Snapshot world(Besides besides, Delivered delivered) {
        var workload = workload(besides.maxUnavailable());
        var revisions =
                besides.names().among(replicaSets.stream().map(this::revision).toList(), workload);
        var running = replicaSets.stream()
                .flatMap(set -> pods.stream().filter(it -> it.replicaSet().equals(set.uid())))
                .map(CachedObjects::fact)
                .toList();
        var world = new Snapshot(
                besides.at(),
                workload,
                revisions,
                running,
                besides.book(),
                besides.readings(),
                Statements.NONE,
                Neighbours.NONE,
                Optional.empty(),
                delivered);
        return besides.templates() ? withTemplates(world) : world;
    }

    private Snapshot withTemplates(Snapshot world) {
        var workload = world.parked().isPresent()
                ? world.workload().with(Optional.of(ModelAdmission.stored(deployment.template())))
                : world.workload();
        return world.with(
                workload,
                world.revisions().stream()
                        .map(it -> it.with(Optional.of(ModelAdmission.stored(template(it.hash())))))
                        .toList());
    }

    private ModelTemplate template(String hash) {
        return replicaSets.stream()
                .filter(it -> it.hash().equals(hash))
                .findFirst()
                .orElseThrow()
                .template();
    }

    private Workload workload(int maxUnavailable) {
        var status = deployment.status();
        return new Workload(
                CART,
                Long.toString(deployment.version()),
                deployment.generation(),
                LONG_AGO,
                Map.of(),
                new Workload.Desired(
                        deployment.replicas(),
                        deployment.paused(),
                        maxUnavailable,
                        Controllers.SURGE,
                        false,
                        false,
                        Duration.ofMinutes(10)),
                new Workload.Observed(
                        status.observed() >= deployment.generation(),
                        status.number(),
                        status.total(),
                        status.updated(),
                        status.available(),
                        Optional.empty()),
                deployment.held(),
                deployment.wishes(),
                Origin.of("app:" + deployment.template().name()),
                Optional.empty());
    }

    private Revision revision(ReplicaSet it) {
        return new Revision(
                "cart-" + it.hash(),
                it.uid(),
                Long.toString(it.version()),
                it.hash(),
                it.number(),
                LONG_AGO,
                it.desired(),
                it.available(),
                Origin.of("app:" + it.template().name()),
                Set.of(),
                Optional.empty());
    }

    private static Pod fact(ModelPod pod) {
        var gate = pod.gated() ? pod.open() ? Pod.PodGate.Open : Pod.PodGate.Closed : Pod.PodGate.None;
        return new Pod(
                pod.uid(),
                pod.uid(),
                pod.hash(),
                Optional.of("10.0.0.1").filter(_ -> pod.up()),
                Map.of(),
                Optional.of(8080),
                Optional.of(LONG_AGO).filter(_ -> pod.up()),
                new Pod.PodState(
                        pod.up(),
                        pod.up() && gate != Pod.PodGate.Closed,
                        pod.leaving(),
                        false,
                        gate,
                        Optional.of(LONG_AGO).filter(_ -> pod.ready())));
    }
}
