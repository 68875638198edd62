package dev.readygate.history;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateState;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.dora.Days;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Hold;
import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Particulars;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Wishes;
import dev.readygate.facts.Workload;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Look after look at one Deployment, told by what is decided in each. What one reports, the next remembers. */
final class Story {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "d-1");

    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<String, Instant> serving = new HashMap<>();
    private final List<EvidenceFact> evidence = new ArrayList<>();
    private Optional<ReadinessReportStatus> report = Optional.empty();
    private Optional<BookEntry> book = Optional.empty();
    private Optional<KnownGood> baseline = Optional.empty();
    private Optional<String> parked = Optional.empty();
    private Wishes wishes = Wishes.NONE;
    private Particulars particulars = Particulars.NONE;
    private String declared = "";
    private Instant now = NOON;
    private boolean enforced = true;
    private boolean crashing;
    private boolean provisional;
    private int score = 90;
    private Counts counts;

    /** The next template, of image cart:HASH, and its ReplicaSet; it has the next number. */
    Story declares(String hash) {
        return declares(hash, Set.of());
    }

    Story declares(String hash, Set<String> alike) {
        var old = revisions.remove(hash);
        var origin = new Origin(List.of("cart:" + hash), List.of(), Optional.of("c0ffee1"), Optional.of("ann"))
                .noted(particulars);
        long number =
                revisions.values().stream().mapToLong(Revision::number).max().orElse(0) + 1;
        var made = old == null ? now : old.createdAt();
        var revision = new Revision("cart-" + hash, "rs-" + hash, "1", hash, number, made, 3, 3, origin)
                .alike(alike)
                .with(Optional.of(Written.template(hash)));
        revisions.replaceAll((it, other) -> alike.contains(it) ? other.alike(Set.of(hash)) : other);
        revisions.put(hash, revision);
        parked = Optional.empty();
        declared = hash;
        return this;
    }

    Story parks(String name, String template) {
        parked = Optional.of(name + " waits at gate Start; its ReadinessReport says for what");
        declared = template;
        return this;
    }

    Story with(Particulars written) {
        particulars = written;
        return this;
    }

    Story evidence(EvidenceFact fact) {
        evidence.add(fact);
        return this;
    }

    Story takesTraffic(String hash) {
        serving.put(hash, now);
        return this;
    }

    Story isRemoved(String hash) {
        revisions.remove(hash);
        serving.remove(hash);
        return this;
    }

    Story holds(String hash) {
        var entry = book.orElse(BookEntry.ungated("d-1"));
        book = Optional.of(entry.with(new Hold(hash, now, "healthy", "GET /health 503")));
        return this;
    }

    Story holdsNothing() {
        book = book.map(it -> new BookEntry(it.uid(), it.gates(), it.verified(), Optional.empty()));
        return this;
    }

    Story wishes(Wishes some) {
        wishes = some;
        return this;
    }

    Story enforces(boolean so) {
        enforced = so;
        return this;
    }

    Story scored(int now) {
        score = now;
        return this;
    }

    Story later(String time) {
        now = now.plus(Duration.parse(time));
        return this;
    }

    /** What is decided from now on is not reported: the operator dies before it writes. */
    Story dies() {
        return dies(true);
    }

    Story isBack() {
        return dies(false);
    }

    private Story dies(boolean so) {
        crashing = so;
        return this;
    }

    Story unsettled() {
        provisional = true;
        look(Phase.Idle, Outlook.Progressing, Progress.NONE);
        provisional = false;
        return this;
    }

    Story adopts(String hash) {
        baseline = Optional.of(new KnownGood(hash, now, true));
        verifies(hash);
        return look(Phase.Idle, Outlook.Unjudged, Progress.NONE);
    }

    Story proves(String hash) {
        baseline = baseline.map(KnownGood::proven);
        return look(Phase.Idle, Outlook.Verified, progress(hash, gate(Gate.Serve, GateState.Passed)));
    }

    Story isFirst(String hash) {
        return look(Phase.Idle, Outlook.Progressing, progress(hash, gate(Gate.Serve, GateState.Skipped)));
    }

    Story starts(String name, GateState state) {
        return look(Phase.Start, Outlook.Progressing, progress(name, gate(Gate.Start, state)));
    }

    Story serves(String hash, GateState state) {
        return look(
                Phase.Serve,
                Outlook.Progressing,
                progress(hash, gate(Gate.Serve, state), gate(Gate.Stay, GateState.Pending)));
    }

    Story soaks(String hash, GateState state) {
        return look(
                Phase.Stay,
                Outlook.Progressing,
                progress(hash, gate(Gate.Serve, GateState.Passed), gate(Gate.Stay, state)));
    }

    Story promotes(String hash) {
        baseline = Optional.of(new KnownGood(hash, now, false));
        look(
                Phase.Idle,
                Outlook.Verified,
                progress(hash, gate(Gate.Serve, GateState.Passed), gate(Gate.Stay, GateState.Passed)));
        verifies(hash);
        return this;
    }

    Story settles(String hash) {
        return look(Phase.Idle, Outlook.Verified, progress(hash, gate(Gate.Serve, GateState.Passed)));
    }

    Story observes(String hash) {
        baseline = baseline.filter(it -> it.hash().equals(hash)).or(() -> Optional.of(new KnownGood(hash, now, true)));
        return look(Phase.Idle, Outlook.Unjudged, Progress.NONE);
    }

    Story goesBack(Phase phase, String hash, Gate gate) {
        return look(phase, Outlook.Stuck, progress(hash, gate(gate, GateState.Failed)));
    }

    private void verifies(String hash) {
        var verified = new LinkedHashSet<>(List.of(hash));
        book.ifPresent(it -> verified.addAll(it.verified()));
        book = Optional.of(new BookEntry("d-1", Set.of(BookEntry.Gate.Serve), verified, book.flatMap(BookEntry::hold)));
    }

    private static Progress progress(String hash, GateStatus... gates) {
        return new Progress(hash, List.of(gates), List.of());
    }

    private GateStatus gate(Gate gate, GateState state) {
        var since = report.stream()
                .flatMap(it -> it.gates().stream())
                .filter(it -> it.gate() == gate && it.state() == state)
                .map(GateStatus::since)
                .findFirst()
                .orElse(now);
        return new GateStatus(gate, state, since, null, null);
    }

    private Story look(Phase phase, Outlook outlook, Progress progress) {
        var standing = new Standing(outlook, "Because", "healthy: GET /health 503", "");
        var decision = new Decision(
                provisional, phase, baseline, standing, List.of(), List.of(), List.of(), progress, Optional.empty());
        var look = new Look(report, world(), decision, enforced, Optional.of(score));
        var rollouts = Rollouts.of(look);
        counts = new Counts(look, rollouts);
        if (!crashing) {
            report = Optional.of(Written.report(look, rollouts, days()));
        }
        return this;
    }

    private Snapshot world() {
        var current = revisions.get(declared);
        var workload = new Workload(
                CART,
                "1",
                1,
                NOON,
                Map.of(),
                new Workload.Desired(3, parked.isPresent(), 0, 1, false),
                new Workload.Observed(true, current == null ? 0 : current.number(), 3, 3, 3, false),
                parked,
                wishes,
                Origin.of("cart:" + declared).noted(particulars),
                parked.map(_ -> Written.template(declared)));
        var pods = serving.entrySet().stream()
                .map(it -> Written.pod(it.getKey(), it.getValue()))
                .toList();
        return new Snapshot(
                now,
                workload,
                List.copyOf(revisions.values()),
                pods,
                book,
                Readings.NONE,
                new Statements(evidence, List.of()));
    }

    List<RolloutRecord> history() {
        return report.orElseThrow().history();
    }

    Optional<RolloutRecord> underWay() {
        return Optional.ofNullable(report.orElseThrow().rollout());
    }

    String told() {
        return history().stream().map(it -> it.outcome() + " " + it.revision()).collect(joining(", "));
    }

    List<Delivered.Day> days() {
        return counts.days(report.map(Days::of).orElse(Delivered.NOTHING).days());
    }

    Delivered.Day today() {
        return Days.of(report.orElseThrow()).days().getFirst();
    }
}
