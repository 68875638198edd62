package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Neighbours;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Pod;
import dev.readygate.facts.PromotedBaseline;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Readings;
import dev.readygate.facts.ReportRef;
import dev.readygate.facts.Revision;
import dev.readygate.facts.ServiceFact;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.WaiverFact;
import dev.readygate.facts.Workload;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Revision v2 of cart is being verified, after v1; a test adds the statements of people and pipelines. */
public final class RolloutScene {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<EvidenceFact> evidence = new ArrayList<>();
    private final List<WaiverFact> waivers = new ArrayList<>();
    private final Map<Question, Reading> readings = new HashMap<>();
    private Optional<String> applier = Optional.of("gitops");
    private Instant now = NOON;
    private final List<ServiceFact> services = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();
    private final Map<ReportRef, PromotedBaseline> reports = new HashMap<>();
    private Optional<Origin> v2 = Optional.empty();
    private int replicas = 3;
    private Optional<Manifest> manifest = Optional.empty();

    /** A check as in a policy, with its name. */
    public static Check check(String yaml) {
        return AllChecks.of(spec(yaml));
    }

    public static CheckSpec spec(String yaml) {
        return Serialization.unmarshal("---\n" + yaml, CheckSpec.class);
    }

    public RolloutScene said(EvidenceSamples said) {
        evidence.add(said.fact());
        return this;
    }

    public RolloutScene waived(WaiverFact waiver) {
        waivers.add(waiver);
        return this;
    }

    public RolloutScene read(Question question, Reading reading) {
        readings.put(question, reading);
        return this;
    }

    public RolloutScene beside(ServiceFact service) {
        services.add(service);
        return this;
    }

    /** A pod of v2 whose containers are ready, or not. */
    public RolloutScene pod(String address, boolean ready) {
        var state = new Pod.PodState(ready, false, false, false, Pod.PodGate.Closed);
        pods.add(new Pod(
                "cart-" + address,
                address,
                "v2",
                Optional.of(address),
                Map.of("http", 8080),
                Optional.of(8080),
                Optional.of(NOON),
                state));
        return this;
    }

    public RolloutScene reported(String other, PromotedBaseline promoted) {
        var parts = other.split("/");
        reports.put(new ReportRef(parts[0], parts[1]), promoted);
        return this;
    }

    /** The images of v2 from now on, and the digests seen of them. */
    public RolloutScene running(List<String> images, List<String> digests) {
        v2 = Optional.of(new Origin(images, digests, Optional.empty(), Optional.empty()));
        return this;
    }

    public RolloutScene scaledTo(int wanted) {
        replicas = wanted;
        return this;
    }

    public RolloutScene appliedBy(String user) {
        applier = Optional.ofNullable(user);
        return this;
    }

    public RolloutScene later(Duration by) {
        now = NOON.plus(by);
        return this;
    }

    public RolloutScene declared(Manifest declared) {
        manifest = Optional.of(declared);
        return this;
    }

    public Subject subject() {
        return new Subject(
                world(), Optional.of("v2"), Optional.of(new Baseline("v1", NOON.minus(Duration.ofHours(1)), false)));
    }

    /** The same after v2 was promoted. */
    public Subject promoted() {
        return new Subject(
                world(), Optional.empty(), Optional.of(new Baseline("v2", NOON.minus(Duration.ofHours(1)), false)));
    }

    private Snapshot world() {
        var desired = new Workload.Desired(replicas, false, 0, 1, false);
        var observed = new Workload.Observed(true, 2, 4, 1, 3, Optional.empty());
        var ref = new DeploymentRef("shop", "cart", "uid");
        var workload = new Workload(ref, "7", NOON, Map.of(), desired, observed, Optional.empty());
        var revisions = List.of(
                revision("v1", 1, NOON.minus(Duration.ofDays(1))),
                revision("v2", 2, NOON.minus(Duration.ofMinutes(5))));
        return new Snapshot(
                now,
                workload,
                revisions,
                pods,
                Optional.empty(),
                new Readings(readings),
                new Statements(evidence, waivers),
                new Neighbours(services, reports),
                manifest);
    }

    /** Its image is cart:v1, sha256:v1 or sha256:v2, and its commit is 1111111 or 2222222. */
    private Revision revision(String hash, int number, Instant created) {
        var commit = String.valueOf(number).repeat(7);
        var origin = new Origin(List.of("cart:" + hash), List.of("sha256:" + hash), Optional.of(commit), applier);
        return new Revision(
                "cart-" + hash,
                "rs-" + hash,
                "7",
                hash,
                number,
                created,
                1,
                1,
                number == 2 ? v2.orElse(origin) : origin);
    }

    public Finding ask(Check check) {
        return check.evaluate(subject());
    }
}
