package dev.readygate.checks;

import dev.readygate.facts.Baseline;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Revision new of cart beside its two old pods, as far as a test takes it. */
public final class RolloutSample {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Pod> pods =
            new ArrayList<>(List.of(pod("old", "a", Pod.PodGate.None), pod("old", "b", Pod.PodGate.None)));
    private Readings readings = Readings.NONE;
    private Instant now = NOON;
    private Instant created = NOON;
    private int replicas = 2;
    private Map<String, String> labels = Map.of();

    static Pod pod(String hash, String suffix, Pod.PodGate gate) {
        var state = new Pod.PodState(true, gate != Pod.PodGate.Closed, false, false, gate);
        return new Pod(
                "cart-%s-%s".formatted(hash, suffix),
                "uid-" + hash + suffix,
                hash,
                Optional.of("10.0.0.1"),
                Map.of(),
                Optional.of(8080),
                Optional.of(NOON),
                state);
    }

    public RolloutSample with(Pod.PodGate gate) {
        pods.add(pod("new", "c" + pods.size(), gate));
        return this;
    }

    public RolloutSample scaledToZero() {
        replicas = 0;
        pods.clear();
        return this;
    }

    public RolloutSample withoutOldPods() {
        pods.removeIf(it -> it.hash().equals("old"));
        return this;
    }

    public RolloutSample labelled(String key, String value) {
        labels = Map.of(key, value);
        return this;
    }

    public RolloutSample createdAt(Instant other) {
        created = other;
        return this;
    }

    public RolloutSample at(Instant other) {
        now = other;
        return this;
    }

    /** Gives each question of the check this answer. */
    public RolloutSample answered(Check check, Sample sample) {
        var all = new HashMap<>(readings.byQuestion());
        for (var subject : List.of(candidate(), everything())) {
            check.asks(subject).forEach(it -> all.put(it.question(), Reading.first(sample, new Patience(1, 1))));
        }
        readings = new Readings(all);
        return this;
    }

    public Subject candidate() {
        return new Subject(
                world(), Optional.of("new"), Optional.of(new Baseline("old", NOON.minus(Duration.ofHours(1)), false)));
    }

    /** Revision new takes all traffic since then. */
    public Subject alone(Instant since) {
        return new Subject(
                world(),
                Optional.of("new"),
                Optional.of(new Baseline("old", NOON.minus(Duration.ofHours(1)), false)),
                Optional.of(since));
    }

    public Subject everything() {
        return Subject.everything(world());
    }

    private Snapshot world() {
        var ref = new DeploymentRef("shop", "cart", "uid");
        var desired = new Workload.Desired(replicas, false, 0, 1, false);
        var observed = new Workload.Observed(true, 2, 3, 1, 2, Optional.empty());
        var workload = new Workload(ref, "7", created, labels, desired, observed, Optional.empty());
        var revisions = List.of(revision("old", 1), revision("new", 2));
        return new Snapshot(now, workload, revisions, pods, Optional.empty(), readings, Statements.NONE);
    }

    private static Revision revision(String hash, int number) {
        return new Revision("cart-" + hash, "rs-" + hash, "7", hash, number, NOON, 1, 1, Origin.of());
    }
}
