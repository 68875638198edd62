package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.api.v1alpha1.Rollout.OnFailure;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.Readings;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.facts.RevisionDecisions;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A made-up cluster of one Deployment with 3 replicas, so that tests read like the situation they describe. */
final class World {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String UID = "d-1";
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", UID);

    private final List<Revision> revisions = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();
    private final Map<String, Outcome> answers = new HashMap<>();
    private Optional<BookEntry> book = Optional.empty();
    private Optional<Memory> memory = Optional.empty();
    private Optional<String> held = Optional.empty();
    private Desired desired = new Desired(3, false, 0, 1, false);
    private boolean settled = true;
    private long current;
    private String rollout = "soak: 0s";
    private Optional<Instant> gaveUp = Optional.empty();
    private Instant now = NOW;
    private boolean enforced = true;
    private RevisionDecisions wishes = RevisionDecisions.NONE;
    private Optional<Outcome> start = Optional.empty();
    private Optional<PodTemplate> declared = Optional.empty();

    /** A revision whose pods are all up and take traffic. */
    World running(String hash, int available) {
        return revision(hash, available, available).up(hash, 0, available, PodGate.None);
    }

    /** A revision whose pods are up and wait for their gates. */
    World waiting(String hash, int count) {
        return revision(hash, count, 0).up(hash, 0, count, PodGate.Closed);
    }

    /** A revision of which some pods serve, and others wait for their gates. */
    World candidate(String hash, int open, int waiting) {
        return revision(hash, open + waiting, open)
                .up(hash, 0, open, PodGate.Open)
                .up(hash, open, open + waiting, PodGate.Closed);
    }

    World opened(String hash, int count) {
        return revision(hash, count, count).up(hash, 0, count, PodGate.Open);
    }

    World up(String hash, int first, int end, PodGate gate) {
        IntStream.range(first, end).forEach(it -> pods.add(MadeUp.pod(hash, it, gate, true)));
        return this;
    }

    World emptied(String hash) {
        return revision(hash, 0, 0);
    }

    private World revision(String hash, int size, int available) {
        current++;
        revisions.add(MadeUp.revision(hash, current, size, available));
        return this;
    }

    /** The first differs from the other only in the mark of a restart. */
    World restarted(String hash, String from) {
        revisions.replaceAll(it -> it.hash().equals(hash) ? it.alike(Set.of(from)) : it);
        return this;
    }

    World theBookVerifies(String... hashes) {
        book = Optional.of(new BookEntry(
                UID, Set.of(BookEntry.BookGate.Serve), new LinkedHashSet<>(List.of(hashes)), Optional.empty()));
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

    /** The GateBook contains the user's template with that revision number. */
    World theBookKeeps(long number) {
        book = book.map(it -> it.refusing(refused(number)));
        return this;
    }

    static RejectedTemplate refused(long number) {
        return new RejectedTemplate(new PodTemplate("{}"), number);
    }

    World somebodyRetries(String hash) {
        wishes = new RevisionDecisions(Optional.empty(), Optional.empty(), Optional.of(hash), Optional.empty());
        return this;
    }

    static Hold hold(String hash) {
        return new Hold(hash, NOW, "healthy", "answered 503");
    }

    World remembers(Phase phase, String baseline) {
        memory = Optional.of(
                new Memory(phase, Optional.of(new Baseline(baseline, NOW, false)), Map.of(), GateProgress.NONE));
        return this;
    }

    World remembersNothingOfTheWayOf(String hash) {
        var progress = new GateProgress(hash, List.of(), List.of());
        memory = memory.map(it -> new Memory(it.phase(), it.baseline(), Map.of(), progress));
        return this;
    }

    World remembersNoBaseline() {
        memory = Optional.of(new Memory(Phase.Idle, Optional.empty(), Map.of(), GateProgress.NONE));
        return this;
    }

    World answering(String hash, Outcome outcome) {
        answers.put(hash, outcome);
        return this;
    }

    World pausedByUs() {
        return pausedByUs(Withdrawal.sentence(hold("v2")));
    }

    World pausedByUs(String why) {
        held = Optional.of(why);
        return pausedByAPerson();
    }

    World pausedByAPerson() {
        desired = new Desired(desired.replicas(), true, desired.maxUnavailable(), desired.maxSurge(), false);
        return this;
    }

    /** A new template waits at gate Start, under that name. */
    World parked(String name) {
        return pausedByUs(name + " waits at gate Start; its ReadinessReport says for what");
    }

    World withTheTemplateOf(String hash, String other) {
        revisions.replaceAll(it -> it.hash().equals(other) ? it.with(Optional.of(new PodTemplate(hash))) : it);
        return this;
    }

    /** A user resumed the Deployment. */
    World resumed(String name) {
        parked(name);
        desired = new Desired(desired.replicas(), false, desired.maxUnavailable(), desired.maxSurge(), false);
        return this;
    }

    /** A check of gate Start has this outcome for every subject. */
    World atStart(Outcome outcome) {
        start = Optional.of(outcome);
        return this;
    }

    /** The declared template is that of the revision. */
    World declaringWhatIs(String hash) {
        declared = Optional.of(new PodTemplate(hash));
        return this;
    }

    /** Jane made these decisions. */
    World wishing(String proceed, String reject) {
        wishes = new RevisionDecisions(
                Optional.ofNullable(proceed), Optional.ofNullable(reject), Optional.empty(), Optional.of("jane"));
        return this;
    }

    /** The report of its way through gate Serve was written. */
    World remembersThatItServed(String hash) {
        return remembering(new World()
                .running("v1", 3)
                .waiting(hash, 1)
                .theBookVerifies("v1")
                .remembers(Phase.Idle, "v1")
                .decide());
    }

    World theBookSays(Decision decision) {
        book = MadeUp.written(decision).orElse(book);
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

    /** The rollout section of a policy. */
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
        gaveUp = Optional.of(now);
        return this;
    }

    World crashing(String hash) {
        pods.replaceAll(it -> it.hash().equals(hash) ? MadeUp.crashing(it) : it);
        return this;
    }

    /** Removes the revisions and their pods, so that the test can add others. */
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
        int total = MadeUp.desired(revisions.stream());
        int available = revisions.stream().mapToInt(Revision::available).sum();
        int updated = MadeUp.desired(revisions.stream().filter(it -> it.number() == current));
        var observed = new Observed(settled, current, total, updated, available, gaveUp);
        var workload =
                new Workload(CART, "42", 2, NOW, Map.of(), desired, observed, held, wishes, Origin.of("app"), declared);
        return new Snapshot(now, workload, revisions, pods, book, Readings.NONE, Statements.NONE);
    }

    Decision decide() {
        var terms = Serialization.unmarshal("---\n" + rollout, Rollout.class);
        var rules = Stream.concat(Stream.of(Scripted.healthy(answers)), start.map(Scripted::signedOff).stream())
                .toList();
        return new Gatekeeper().decide(new Rules(enforced, terms, rules), snapshot(), memory);
    }
}
