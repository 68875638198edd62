package dev.readygate.schedules;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.checks.Ask;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Target;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Gatekeeper;
import dev.readygate.schedules.ApiServer.Conflict;
import dev.readygate.score.Weighing;
import dev.readygate.signals.ReadingStore;
import dev.readygate.status.ChangeKind;
import dev.readygate.status.Remembered;
import dev.readygate.status.Report;
import dev.readygate.status.ReportComposer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** One process of the operator: its caches and memory, and reconciliations that can end at any point. */
final class ModelOperator {
    private static final Gatekeeper GATEKEEPER = new Gatekeeper();

    private final ApiServer api;
    private final Supplier<Governing> policies;
    private final int maxUnavailable;
    private final Watch watch;
    private final ReadingStore readings = new ReadingStore(_ -> {});
    private List<Ask> asks = List.of();
    private CachedObjects seen;
    private Optional<BookEntry> book;
    private Optional<ReadinessReportStatus> report;

    ModelOperator(ApiServer api, Supplier<Governing> policies, int maxUnavailable, Watch watch) {
        this.api = api;
        this.policies = policies;
        this.maxUnavailable = maxUnavailable;
        this.watch = watch;
        this.seen = CachedObjects.now(api);
        this.book = api.book();
        this.report = api.report();
    }

    /** Each kind has a watch of its own, so one may be ahead of the others. */
    void hear(RandomGenerator random) {
        switch (random.nextInt(3)) {
            case 0 -> seen = new CachedObjects(api.deployment(), seen.replicaSets(), seen.pods());
            case 1 -> seen = new CachedObjects(seen.deployment(), api.copyOfReplicaSets(), seen.pods());
            default -> seen = new CachedObjects(seen.deployment(), seen.replicaSets(), api.copyOfPods());
        }
    }

    void hearAll() {
        seen = CachedObjects.now(api);
    }

    List<Ask> asks() {
        return asks;
    }

    void answer(Ask ask, Outcome outcome, Instant at) {
        readings.put(CachedObjects.CART, ask, new Sample(at, outcome, outcome.name(), "it said " + outcome));
    }

    Optional<Outcome> reading(String podUid) {
        return readings.readings(CachedObjects.CART).byQuestion().entrySet().stream()
                .filter(it -> it.getKey().target().equals(new Target.OnePod(podUid)))
                .map(it -> it.getValue().outcome())
                .findFirst();
    }

    /**
     * As {@code controller.Rollouts} does.
     *
     * @param dies the process ends after that many writes
     * @param told receives the decision before it is carried out
     */
    void look(Instant at, int dies, boolean patient, Consumer<Decision> told) {
        var policy = policies.get();
        var memory = Remembered.from(report);
        var besides = new CachedObjects.Besides(
                at,
                maxUnavailable,
                book,
                readings.readings(CachedObjects.CART),
                Remembered.names(report),
                policy.rules().needsTemplates());
        var world = seen.world(besides, Remembered.delivered(report));
        var decision = GATEKEEPER.decide(policy.rules(), world, memory);
        told.accept(decision);
        var writes = new Writes(api, seen, dies);
        try {
            for (var effect : decision.effects()) {
                watch.before(effect, this, policy, world);
                writes.carryOut(effect).ifPresent(it -> book = it);
            }
        } catch (Conflict overtaken) {
            return;
        }
        tell(policy, world, decision, writes, patient);
    }

    private void tell(Governing policy, Snapshot world, Decision decision, Writes writes, boolean patient) {
        if (decision.provisional() && report.isPresent()) {
            return;
        }
        asks = decision.asks();
        readings.expect(CachedObjects.CART, asks.stream().map(Ask::question).toList());
        var card = new Weighing(policy.agreement()).score(decision.findings());
        var status = ReportComposer.compose(new Report(world, policy.agreement(), decision, card, report));
        boolean isNews =
                report.map(it -> ChangeKind.of(it, status) == ChangeKind.News).orElse(true);
        if (isNews || !patient) {
            writes.tell(status);
            report = Optional.of(status);
        }
    }
}
