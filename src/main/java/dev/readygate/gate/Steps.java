package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Rollout.RolloutStep;
import dev.readygate.api.v1alpha1.StepStatus;
import dev.readygate.api.v1alpha1.StepStatus.StepState;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Traffic in shares. A share is that of the new pods among all ready pods. A step opens whole pods, so it opens at
 * least one, and only the last step replaces the old revision's last pod.
 */
record Steps(StageInput input, Revision candidate, List<RolloutStep> wanted, List<StepStatus> statuses) {

    static Steps of(StageInput input, Revision candidate) {
        var desired = input.world().workload().desired();
        boolean possible = desired.replicas() > 1 && !desired.recreate() && !input.isRestarted(candidate);
        var wanted = possible ? input.rules().rollout().steps() : List.<RolloutStep>of();
        return new Steps(input, candidate, wanted, List.of()).looked();
    }

    private Steps looked() {
        var before = input.before().of(candidate.hash()).steps();
        var line = new ArrayList<StepStatus>();
        for (int i = 0; i < wanted.size(); i++) {
            boolean reachable = line.stream().allMatch(it -> it.state() == StepState.Done);
            line.add(reachable ? look(i, before(before, i)) : pending(i));
        }
        return new Steps(input, candidate, wanted, List.copyOf(line));
    }

    private Optional<StepStatus> before(List<StepStatus> before, int index) {
        return index < before.size()
                        && before.get(index).share().equals(wanted.get(index).share())
                ? Optional.of(before.get(index))
                : Optional.empty();
    }

    private StepStatus pending(int index) {
        return new StepStatus(wanted.get(index).share(), StepState.Pending, null, null, null);
    }

    private StepStatus look(int index, Optional<StepStatus> before) {
        if (before.filter(it -> it.state() == StepState.Done).isPresent()) {
            return before.get();
        }
        boolean reached = ready(candidate) >= limit(index);
        var since = before.map(StepStatus::since).orElse(reached ? input.second() : null);
        boolean done = reached && isOver(since, index) && pass();
        var state = done ? StepState.Done : StepState.Open;
        return new StepStatus(wanted.get(index).share(), state, since, ready(candidate), allReady());
    }

    /** Every new pod whose containers are ready passes by its own answers: the pods of later steps do not exist yet. */
    boolean pass() {
        return input.world().podsOf(candidate.hash()).stream()
                .filter(it -> it.state().containersReady())
                .allMatch(it -> ServeStage.passesServe(input, it));
    }

    private boolean isOver(Instant since, int index) {
        return !input.world().at().isBefore(since.plus(lasts(index)));
    }

    private Duration lasts(int index) {
        var lasts = wanted.get(index).lasts();
        return lasts == null ? Duration.ZERO : lasts.toDuration();
    }

    private int limit(int index) {
        int replicas = input.world().workload().desired().replicas();
        if (index == wanted.size() - 1) {
            return replicas;
        }
        int share = (int) Math.floor(wanted.get(index).share().fraction() * replicas);
        return Math.clamp(share, 1, replicas - 1);
    }

    private int ready(Revision revision) {
        return (int) input.world().podsOf(revision.hash()).stream()
                .filter(it -> it.state().ready())
                .count();
    }

    private int allReady() {
        return (int)
                input.world().pods().stream().filter(it -> it.state().ready()).count();
    }

    boolean areDone() {
        return statuses.stream().allMatch(it -> it.state() == StepState.Done);
    }

    /** How many more pods may be opened now. */
    long mayOpen() {
        int current = current();
        return current < 0 || current == wanted.size() - 1 ? Long.MAX_VALUE : Math.max(0, limit(current) - opened());
    }

    private long opened() {
        return input.world().podsOf(candidate.hash()).stream()
                .filter(it -> it.state().gate() != PodGate.Closed && !it.state().terminating())
                .count();
    }

    private int current() {
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).state() == StepState.Open) {
                return i;
            }
        }
        return -1;
    }

    /** The current step in a word. */
    Optional<String> underWay() {
        return current() < 0
                ? Optional.empty()
                : Optional.of("step " + wanted.get(current()).share());
    }

    Optional<Instant> again() {
        int current = current();
        return current < 0
                ? Optional.empty()
                : Optional.ofNullable(statuses.get(current).since()).map(it -> it.plus(lasts(current)));
    }

    String sentence() {
        return wanted.isEmpty()
                ? "New pods take traffic one by one, as they pass."
                : "New pods take traffic step by step, as they pass.";
    }
}
