package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Target;
import dev.readygate.facts.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One check, the pods of cart, of which 2 are wanted, and the answers of each pod to it. */
public final class PodScene {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final CheckSpec spec;
    private final List<Pod> pods = new ArrayList<>();
    private final Map<Question, Reading> readings = new HashMap<>();
    private int replicas = 2;

    private PodScene(CheckSpec spec) {
        this.spec = spec;
    }

    public static PodScene of(String check) {
        return new PodScene(RolloutScene.spec(check));
    }

    public PodScene wanting(int wanted) {
        replicas = wanted;
        return this;
    }

    public PodScene with(Pod... others) {
        pods.addAll(List.of(others));
        return this;
    }

    public PodScene passes(Pod pod) {
        return answers(pod, Outcome.Pass, "200");
    }

    public PodScene fails(Pod pod) {
        return answers(pod, Outcome.Fail, "503");
    }

    /** Since noon. */
    public PodScene answers(Pod pod, Outcome outcome, String seen) {
        return answers(pod, outcome, seen, Duration.ZERO);
    }

    public PodScene answers(Pod pod, Outcome outcome, String seen, Duration afterNoon) {
        var sample = new Sample(NOON.plus(afterNoon), outcome, seen, "answered " + seen);
        pods.add(pod);
        readings.put(question(spec, pod), new Reading(outcome, sample.at(), sample, 1));
        return this;
    }

    static Question question(CheckSpec spec, Pod pod) {
        return new Question(spec.name(), spec, new Target.OnePod(pod.uid()));
    }

    /** The finding while v2 is being verified. */
    public Finding verifying() {
        return check().evaluate(subject());
    }

    /** The finding for all pods. */
    public Finding running() {
        return check().evaluate(Subject.everything(world()));
    }

    public Finding of(Pod pod) {
        return check().evaluate(subject(), pod);
    }

    public List<Ask> asks() {
        return check().asks(subject());
    }

    /** The only pod's request. */
    public Ask ask() {
        return asks().getFirst();
    }

    public Check check() {
        return AllChecks.of(spec);
    }

    /** While v2 is being verified. */
    public Subject subject() {
        return new Subject(
                world(), Optional.of("v2"), Optional.of(new Baseline("v1", NOON.minus(Duration.ofHours(1)), false)));
    }

    private Snapshot world() {
        var workload = new Workload(
                new DeploymentRef("shop", "cart", "uid"),
                "7",
                NOON,
                Map.of(),
                new Workload.Desired(replicas, false, 0, 1, false),
                new Workload.Observed(true, 2, replicas, replicas, replicas, Optional.empty()),
                Optional.empty());
        return new Snapshot(NOON, workload, List.of(), pods, Optional.empty(), new Readings(readings), Statements.NONE);
    }
}
