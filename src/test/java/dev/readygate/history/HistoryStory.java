package dev.readygate.history;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.dora.Days;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Particulars;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Revision;
import dev.readygate.facts.RevisionDecisions;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Workload;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.GateProgress;
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

/** Reconciliations of one Deployment, by their decisions. Each remembers the report of the one before. */
final class HistoryStory {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "d-1");

    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<String, Instant> serving = new HashMap<>();
    private final List<EvidenceFact> evidence = new ArrayList<>();
    private Optional<ReadinessReportStatus> report = Optional.empty();
    private Optional<BookEntry> book = Optional.empty();
    private Optional<Baseline> baseline = Optional.empty();
    private Optional<String> parked = Optional.empty();
    private RevisionDecisions wishes = RevisionDecisions.NONE;
    private Particulars particulars = Particulars.NONE;
    private String declared = "";
    private Instant now = NOON;
    private boolean enforced = true;
    private boolean crashing;
    private boolean provisional;
    private int score = 90;
    private DailyCounts counts;

    /** The next template, of image cart:HASH; its ReplicaSet gets the next number. */
    HistoryStory declares(String hash) {
        return declares(hash, Set.of());
    }

    HistoryStory declares(String hash, Set<String> alike) {
        var old = revisions.remove(hash);
        var origin = new Origin(List.of("cart:" + hash), List.of(), Optional.of("c0ffee1"), Optional.of("ann"))
                .noted(particulars);
        long number =
                revisions.values().stream().mapToLong(Revision::number).max().orElse(0) + 1;
        var made = old == null ? now : old.createdAt();
        var revision = new Revision("cart-" + hash, "rs-" + hash, "1", hash, number, made, 3, 3, origin)
                .alike(alike)
                .with(Optional.of(HistorySamples.template(hash)));
        revisions.replaceAll((it, other) -> alike.contains(it) ? other.alike(Set.of(hash)) : other);
        revisions.put(hash, revision);
        parked = Optional.empty();
        declared = hash;
        return this;
    }

    HistoryStory parks(String name, String template) {
        parked = Optional.of(name + " waits at gate Start; its ReadinessReport says for what");
        declared = template;
        return this;
    }

    HistoryStory with(Particulars written) {
        particulars = written;
        return this;
    }

    HistoryStory evidence(EvidenceFact fact) {
        evidence.add(fact);
        return this;
    }

    HistoryStory takesTraffic(String hash) {
        serving.put(hash, now);
        return this;
    }

    HistoryStory isRemoved(String hash) {
        revisions.remove(hash);
        serving.remove(hash);
        return this;
    }

    HistoryStory holds(String hash) {
        var entry = book.orElse(BookEntry.ungated("d-1"));
        book = Optional.of(entry.with(new Hold(hash, now, "healthy", "GET /health 503")));
        return this;
    }

    HistoryStory holdsNothing() {
        book = book.map(it -> new BookEntry(it.uid(), it.gates(), it.verified(), Optional.empty()));
        return this;
    }

    HistoryStory wishes(RevisionDecisions some) {
        wishes = some;
        return this;
    }

    HistoryStory enforces(boolean so) {
        enforced = so;
        return this;
    }

    HistoryStory scored(int now) {
        score = now;
        return this;
    }

    HistoryStory later(String time) {
        now = now.plus(Duration.parse(time));
        return this;
    }

    /** Reports nothing from now on: the operator crashes before it writes. */
    HistoryStory dies() {
        return dies(true);
    }

    HistoryStory isBack() {
        return dies(false);
    }

    private HistoryStory dies(boolean so) {
        crashing = so;
        return this;
    }

    HistoryStory unsettled() {
        provisional = true;
        look(Phase.Idle, ReadyReason.Unsettled, GateProgress.NONE);
        provisional = false;
        return this;
    }

    HistoryStory adopts(String hash) {
        baseline = Optional.of(new Baseline(hash, now, true));
        verifies(hash);
        return look(Phase.Idle, ReadyReason.Adopted, GateProgress.NONE);
    }

    HistoryStory proves(String hash) {
        baseline = baseline.map(Baseline::proven);
        return look(Phase.Idle, ReadyReason.Verified, progress(hash, gate(Gate.Serve, GateState.Passed)));
    }

    HistoryStory isFirst(String hash) {
        return look(Phase.Idle, ReadyReason.FirstRevision, progress(hash, gate(Gate.Serve, GateState.Skipped)));
    }

    HistoryStory starts(String name, GateState state) {
        return look(Phase.Start, ReadyReason.WaitingToStart, progress(name, gate(Gate.Start, state)));
    }

    HistoryStory serves(String hash, GateState state) {
        return look(
                Phase.Serve,
                ReadyReason.Serving,
                progress(hash, gate(Gate.Serve, state), gate(Gate.Stay, GateState.Pending)));
    }

    HistoryStory soaks(String hash, GateState state) {
        return look(
                Phase.Stay,
                ReadyReason.Soaking,
                progress(hash, gate(Gate.Serve, GateState.Passed), gate(Gate.Stay, state)));
    }

    HistoryStory promotes(String hash) {
        baseline = Optional.of(new Baseline(hash, now, false));
        look(
                Phase.Idle,
                ReadyReason.Verified,
                progress(hash, gate(Gate.Serve, GateState.Passed), gate(Gate.Stay, GateState.Passed)));
        verifies(hash);
        return this;
    }

    HistoryStory settles(String hash) {
        return look(Phase.Idle, ReadyReason.Verified, progress(hash, gate(Gate.Serve, GateState.Passed)));
    }

    HistoryStory observes(String hash) {
        baseline = baseline.filter(it -> it.hash().equals(hash)).or(() -> Optional.of(new Baseline(hash, now, true)));
        return look(Phase.Idle, ReadyReason.Observed, GateProgress.NONE);
    }

    HistoryStory goesBack(Phase phase, String hash, Gate gate) {
        return look(phase, ReadyReason.Withdrawn, progress(hash, gate(gate, GateState.Failed)));
    }

    private void verifies(String hash) {
        var verified = new LinkedHashSet<>(List.of(hash));
        book.ifPresent(it -> verified.addAll(it.verified()));
        book = Optional.of(
                new BookEntry("d-1", Set.of(BookEntry.BookGate.Serve), verified, book.flatMap(BookEntry::hold)));
    }

    private static GateProgress progress(String hash, GateStatus... gates) {
        return new GateProgress(hash, List.of(gates), List.of());
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

    private HistoryStory look(Phase phase, ReadyReason reason, GateProgress progress) {
        var standing = new Standing(reason, "healthy: GET /health 503", "");
        var decision = new Decision(
                provisional, phase, baseline, standing, List.of(), List.of(), List.of(), progress, Optional.empty());
        var look = new HistoryInput(report, world(), decision, enforced, Optional.of(score));
        var rollouts = RolloutHistory.of(look);
        counts = new DailyCounts(look, rollouts);
        if (!crashing) {
            report = Optional.of(HistorySamples.report(look, rollouts, days()));
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
                new Workload.Observed(true, current == null ? 0 : current.number(), 3, 3, 3, Optional.empty()),
                parked,
                wishes,
                Origin.of("cart:" + declared).noted(particulars),
                parked.map(_ -> HistorySamples.template(declared)));
        var pods = serving.entrySet().stream()
                .map(it -> HistorySamples.pod(it.getKey(), it.getValue()))
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
