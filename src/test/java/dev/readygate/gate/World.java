package dev.readygate.gate;

import dev.readygate.api.v1alpha1.OnFailure;
import dev.readygate.api.v1alpha1.OnNoData;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.Subject;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Hold;
import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.Gate;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Refused;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Wishes;
import dev.readygate.facts.Workload;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.facts.Workload.Observed;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A made-up cluster of one Deployment with 3 replicas, for tests that read like the situation they are about. */
final class World {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String UID = "d-1";

    private final List<Revision> revisions = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();
    private final Map<String, Outcome> answers = new HashMap<>();
    private Optional<BookEntry> book = Optional.empty();
    private Optional<Memory> memory = Optional.empty();
    private Optional<String> held = Optional.empty();
    private Wishes wishes = Wishes.NONE;
    private Desired desired = new Desired(3, false, 0, 1, false);
    private boolean settled = true;
    private long current;
    private String rollout = "soak: 0s";
    private boolean outOfTime;
    private Instant now = NOW;
    private boolean enforced = true;

    /** A revision whose pods are all up and take traffic. */
    World running(String hash, int available) {
        revision(hash, available, available);
        for (int i = 0; i < available; i++) {
            pods.add(pod(hash, i, Gate.None, true));
        }
        return this;
    }

    /** A revision whose pods are up and wait for their gates. */
    World waiting(String hash, int count) {
        revision(hash, count, 0);
        for (int i = 0; i < count; i++) {
            pods.add(pod(hash, i, Gate.Closed, true));
        }
        return this;
    }

    /** A revision of which some pods serve, and others wait for their gates. */
    World candidate(String hash, int open, int waiting) {
        revision(hash, open + waiting, open);
        for (int i = 0; i < open + waiting; i++) {
            pods.add(pod(hash, i, i < open ? Gate.Open : Gate.Closed, true));
        }
        return this;
    }

    World opened(String hash, int count) {
        revision(hash, count, count);
        for (int i = 0; i < count; i++) {
            pods.add(pod(hash, i, Gate.Open, true));
        }
        return this;
    }

    World emptied(String hash) {
        revision(hash, 0, 0);
        return this;
    }

    private void revision(String hash, int size, int available) {
        current++;
        revisions.add(
                new Revision("cart-" + hash, "rs-" + hash, "7", hash, current, NOW, size, available, Origin.of("app")));
    }

    private static Pod pod(String hash, int index, Gate gate, boolean containersReady) {
        var state = new Pod.State(containersReady, containersReady && gate != Gate.Closed, false, false, gate);
        var name = "cart-" + hash + "-" + index;
        return new Pod(
                name,
                "pod-" + name,
                hash,
                Optional.of("127.0.0." + index),
                Map.of(),
                Optional.of(8080),
                Optional.of(NOW),
                state);
    }

    World theBookVerifies(String... hashes) {
        book = Optional.of(new BookEntry(
                UID, Set.of(BookEntry.Gate.Serve), new LinkedHashSet<>(List.of(hashes)), Optional.empty()));
        return this;
    }

    World theBookKnows() {
        book = Optional.of(BookEntry.ungated(UID));
        return this;
    }

    World theBookHolds(String hash) {
        book = book.map(it -> it.with(hold(hash)));
        return this;
    }

    /** The user's template is in the book, as it was when it had that revision number. */
    World theBookKeeps(long number) {
        book = book.map(it -> it.refusing(refused(number)));
        return this;
    }

    static Refused refused(long number) {
        return new Refused(new PodTemplate("{}"), number);
    }

    World somebodyRetries(String hash) {
        wishes = new Wishes(Optional.empty(), Optional.empty(), Optional.of(hash), Optional.empty());
        return this;
    }

    static Hold hold(String hash) {
        return new Hold(hash, NOW, "healthy", "answered 503");
    }

    World remembers(Phase phase, String baseline) {
        memory = Optional.of(
                new Memory(phase, Optional.of(new KnownGood(baseline, NOW, false)), Map.of(), Progress.NONE));
        return this;
    }

    World remembersNoBaseline() {
        memory = Optional.of(new Memory(Phase.Idle, Optional.empty(), Map.of(), Progress.NONE));
        return this;
    }

    World answering(String hash, Outcome outcome) {
        answers.put(hash, outcome);
        return this;
    }

    World pausedByUs() {
        return pausedByUs("withdrawn");
    }

    World pausedByUs(String why) {
        held = Optional.of(why);
        return pausedByAPerson();
    }

    World pausedByAPerson() {
        desired = new Desired(desired.replicas(), true, desired.maxUnavailable(), desired.maxSurge(), false);
        return this;
    }

    World wanting(int replicas) {
        desired = new Desired(replicas, desired.paused(), 0, 1, false);
        return this;
    }

    World unsettled() {
        settled = false;
        return this;
    }

    World declaring(long revisionNumber) {
        current = revisionNumber;
        return this;
    }

    World onFailure(OnFailure wanted) {
        return following("{soak: 0s, onFailure: " + wanted + "}");
    }

    /** As a policy says it under rollout. */
    World following(String wanted) {
        rollout = wanted;
        return this;
    }

    World later(String duration) {
        now = now.plus(new ReadinessDuration(duration).toDuration());
        return this;
    }

    /** The report of that decision was written. */
    World remembering(Decision decision) {
        memory = Optional.of(new Memory(decision.phase(), decision.baseline(), Map.of(), decision.progress()));
        return this;
    }

    World outOfTime() {
        outOfTime = true;
        return this;
    }

    World crashing(String hash) {
        pods.replaceAll(it -> it.hash().equals(hash) ? crashing(it) : it);
        return this;
    }

    private static Pod crashing(Pod pod) {
        return new Pod(
                pod.name(),
                pod.uid(),
                pod.hash(),
                pod.address(),
                pod.ports(),
                pod.firstPort(),
                pod.started(),
                new Pod.State(false, false, false, true, pod.state().gate()));
    }

    /** What was there of that revision is gone; then say what is there now. */
    World without(String... hashes) {
        revisions.removeIf(it -> List.of(hashes).contains(it.hash()));
        pods.removeIf(it -> List.of(hashes).contains(it.hash()));
        return this;
    }

    World onlyObserved() {
        enforced = false;
        return this;
    }

    Snapshot snapshot() {
        int total = revisions.stream().mapToInt(Revision::desired).sum();
        int available = revisions.stream().mapToInt(Revision::available).sum();
        int updated = revisions.stream()
                .filter(it -> it.number() == current)
                .mapToInt(Revision::desired)
                .sum();
        var ref = new DeploymentRef("shop", "cart", UID);
        var observed = new Observed(settled, current, total, updated, available, outOfTime);
        var workload = new Workload(ref, "42", NOW, Map.of(), desired, observed, held, wishes, Origin.of());
        return new Snapshot(now, workload, revisions, pods, book, Readings.NONE, Statements.NONE);
    }

    Decision decide() {
        var terms = Serialization.unmarshal("---\n" + rollout, Rollout.class);
        return new Gatekeeper().decide(new Rules(enforced, terms, List.of(healthy())), snapshot(), memory);
    }

    private Rule healthy() {
        return new Rule(
                "healthy",
                Optional.of(dev.readygate.api.v1alpha1.Gate.Serve),
                OnNoData.Wait,
                new ScriptedCheck(answers));
    }

    /** Answers of each revision what the test says, and of several the worst; of what runs, who is silent says nothing. */
    private record ScriptedCheck(Map<String, Outcome> answers) implements Check {
        @Override
        public Finding evaluate(Subject subject) {
            return finding(subject.newPods().stream()
                    .map(it -> answers.getOrDefault(it.hash(), Outcome.Unknown))
                    .filter(it -> subject.candidate().isPresent() || it != Outcome.Unknown)
                    .reduce((one, other) -> one == Outcome.Pass ? other : one)
                    .orElse(Outcome.Unknown));
        }

        @Override
        public Finding evaluate(Subject subject, Pod pod) {
            return finding(answers.getOrDefault(pod.hash(), Outcome.Unknown));
        }

        @Override
        public boolean asksPods() {
            return true;
        }

        private static Finding finding(Outcome outcome) {
            return new Finding("healthy", outcome, "Scripted", "answered 503", Measured.NOTHING, Optional.empty());
        }
    }
}
