package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Rollout.FailOn;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.Revision;
import dev.readygate.gate.GateRule.Bearing;
import dev.readygate.gate.StageInput.GateFinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a revision fails.
 *
 * @param check the name of the check, or of another cause
 */
record Refusal(String check, String why) {
    Refusal {
        requireNonNull(check, "check");
        requireNonNull(why, "why");
    }

    /** The name of the cause when a user rejects the revision. */
    static final String REJECTED = "rejected";

    static Optional<Refusal> of(StageInput input, Revision candidate, List<Gate> gates) {
        return byPeople(input, candidate.hash())
                .or(() -> Stream.concat(byChecks(input, gates), byKubernetes(input, candidate))
                        .findFirst());
    }

    static Optional<Refusal> byPeople(StageInput input, String revision) {
        return input.wishes().rejects(revision)
                ? Optional.of(new Refusal(REJECTED, "by " + input.wishes().decider()))
                : Optional.empty();
    }

    static Stream<Refusal> byChecks(StageInput input, List<Gate> gates) {
        return gates.stream()
                .flatMap(it -> input.answers().at(it).stream())
                .filter(it -> it.bearing() == Bearing.Refuses)
                .map(Refusal::by);
    }

    private static Refusal by(GateFinding answer) {
        return new Refusal(answer.rule().name(), answer.finding().message());
    }

    /** The causes besides checks that the policy counts as a failure. */
    private static Stream<Refusal> byKubernetes(StageInput input, Revision candidate) {
        return input.rules().rollout().failOn().stream().flatMap(it -> by(it, input, candidate).stream());
    }

    private static Optional<Refusal> by(FailOn cause, StageInput input, Revision candidate) {
        var pods = input.world().podsOf(candidate.hash());
        return switch (cause) {
            case CrashLoop -> {
                long crashing =
                        pods.stream().filter(it -> it.state().crashing()).count();
                yield crashing == 0
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                "crash-loop",
                                "containers keep crashing on %d of %d pods".formatted(crashing, pods.size())));
            }
            case ProgressDeadline ->
                input.world()
                        .workload()
                        .observed()
                        .gaveUp()
                        .filter(since -> pods.stream().noneMatch(it -> isExcuse(it, since)))
                        .map(_ -> new Refusal(
                                "progress-deadline", "Kubernetes saw no progress within progressDeadlineSeconds"));
        };
    }

    /**
     * A rollout that waits for a gate makes no progress, and this is no failure. Nor is it one when the gate has been opened
     * since: Kubernetes takes its word back only after it has seen the pod become Ready.
     */
    private static boolean isExcuse(Pod pod, Instant since) {
        var state = pod.state();
        boolean opened = state.servedSince().filter(it -> !it.isBefore(since)).isPresent();
        return state.containersReady() && (state.gate() == PodGate.Closed || opened);
    }
}
