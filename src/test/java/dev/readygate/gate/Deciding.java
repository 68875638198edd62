package dev.readygate.gate;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Workload;
import dev.readygate.facts.Workload.Desired;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A made-up cluster for tests that need more than {@link World} offers: single pods, checks at other gates, an
 * older report.
 */
final class Deciding {
    private Snapshot world;
    private final List<GateRule> rules = new ArrayList<>();
    private String rollout = "{soak: 0s}";
    private Optional<Memory> memory = Optional.empty();

    private Deciding(Snapshot world) {
        this.world = world;
    }

    static Deciding in(World world) {
        return new Deciding(world.snapshot());
    }

    /** A check with the same outcome for every subject. */
    Deciding check(String name, Gate gate, Outcome says) {
        return check(name, gate, new Saying(name, says));
    }

    Deciding check(String name, Gate gate, Check check) {
        rules.add(new GateRule(name, Optional.ofNullable(gate), OnNoData.Wait, check));
        return this;
    }

    Deciding following(String wanted) {
        rollout = wanted;
        return this;
    }

    Deciding remembers(Phase phase, String baseline) {
        return remembers(phase, Optional.of(new Baseline(baseline, World.NOW, false)), GateProgress.NONE);
    }

    Deciding remembersUnproven(String baseline) {
        return remembers(Phase.Idle, Optional.of(new Baseline(baseline, World.NOW, true)), GateProgress.NONE);
    }

    Deciding remembersNoBaseline() {
        return remembers(Phase.Idle, Optional.empty(), GateProgress.NONE);
    }

    private Deciding remembers(Phase phase, Optional<Baseline> baseline, GateProgress progress) {
        memory = Optional.of(new Memory(phase, baseline, Map.of(), progress));
        return this;
    }

    /** The report of that decision was written. */
    Deciding remembering(Decision decision) {
        return remembers(decision.phase(), decision.baseline(), decision.progress());
    }

    /** Adds a pod that no revision counts. */
    Deciding pod(String hash, Pod.PodGate gate, boolean containersReady, boolean terminating) {
        return pod(
                hash,
                new Pod.PodState(
                        containersReady, containersReady && gate != Pod.PodGate.Closed, terminating, false, gate));
    }

    Deciding servingPod(String hash, Instant since) {
        return pod(hash, new Pod.PodState(true, true, false, false, Pod.PodGate.Open, Optional.of(since)));
    }

    private Deciding pod(String hash, Pod.PodState state) {
        var pods = new ArrayList<>(world.pods());
        var name = "cart-%s-more-%d".formatted(hash, pods.size());
        pods.add(new Pod(
                name,
                "pod-" + name,
                hash,
                Optional.of("10.0.0.1"),
                Map.of(),
                Optional.of(8080),
                Optional.of(World.NOW),
                state));
        world = with(world.workload(), pods);
        return this;
    }

    Deciding withoutPods() {
        world = with(world.workload(), List.of());
        return this;
    }

    Deciding desired(UnaryOperator<Desired> change) {
        var it = world.workload();
        var changed = new Workload(
                it.ref(),
                it.resourceVersion(),
                it.createdAt(),
                it.labels(),
                change.apply(it.desired()),
                it.observed(),
                it.held());
        world = with(changed, world.pods());
        return this;
    }

    private Snapshot with(Workload workload, List<Pod> pods) {
        return new Snapshot(
                world.at(), workload, world.revisions(), pods, world.book(), world.readings(), world.statements());
    }

    Decision decide() {
        var terms = Serialization.unmarshal("---\n" + rollout, Rollout.class);
        return new Gatekeeper().decide(new Rules(true, terms, rules), world, memory);
    }

    private record Saying(String name, Outcome outcome) implements Check {
        @Override
        public Finding evaluate(Subject subject) {
            return new Finding(name, SomeReason.of(outcome), "so it is", Measured.NOTHING, Optional.empty());
        }
    }
}
