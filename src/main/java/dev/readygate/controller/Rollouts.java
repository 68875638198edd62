package dev.readygate.controller;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.checks.Finding;
import dev.readygate.checks.cel.Allowance;
import dev.readygate.checks.delivery.FactsWantedBy;
import dev.readygate.cluster.observe.ClusterObserver;
import dev.readygate.cluster.observe.ClusterObserver.Before;
import dev.readygate.cluster.observe.ClusterObserver.ObservedBefore;
import dev.readygate.cluster.policy.Policies;
import dev.readygate.cluster.report.Reports;
import dev.readygate.cluster.write.EffectApplier;
import dev.readygate.cluster.write.EffectApplier.ApplyOutcome;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.ExtraFacts;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Gatekeeper;
import dev.readygate.gate.Memory;
import dev.readygate.gate.Rulebook;
import dev.readygate.gate.Rules;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.RolloutTerms;
import dev.readygate.score.Weighing;
import dev.readygate.signals.FairThreads;
import dev.readygate.signals.ReadingStore;
import dev.readygate.signals.Samplers;
import dev.readygate.status.ChangeKind;
import dev.readygate.status.Remembered;
import dev.readygate.status.Report;
import dev.readygate.status.ReportComposer;
import dev.readygate.status.ScoreLines;
import dev.readygate.status.SmoothedGrade;
import dev.readygate.telemetry.Telemetry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Observe, decide, act, report: the diagram in ARCHITECTURE.md, as code. */
public final class Rollouts {
    /** A write met a conflict; by then the other change has reached the caches. */
    private static final Duration OVERTAKEN = Duration.ofMillis(50);

    private final Observing observing;
    private final Acting acting;
    private final InstantSource clock;
    private final Telemetry telemetry;
    private final Gatekeeper gatekeeper = new Gatekeeper();
    private final Map<String, DeploymentRef> met = new ConcurrentHashMap<>();

    public Rollouts(Observing observing, Acting acting, InstantSource clock, Telemetry telemetry) {
        this.observing = observing;
        this.acting = acting;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /** The sources of facts, and the threads on which decisions are made. */
    public record Observing(ClusterObserver cluster, Policies policies, ReadingStore readings, FairThreads threads) {}

    /** The receivers of decisions. */
    public record Acting(EffectApplier effects, Samplers samplers, Reports reports) {}

    /** @return when to reconcile again, if no event comes before */
    Optional<Duration> look(Deployment deployment) {
        var ref = ClusterObserver.ref(deployment);
        var agreement = agreement(ref, deployment);
        if (agreement.isNone() && !isStillHeld(ref)) {
            return Optional.empty();
        }
        meet(ref);
        var rules = Rulebook.of(agreement);
        var latest = acting.reports().latest(ref);
        var memory = Remembered.from(latest);
        var wanted = FactsWantedBy.checks(agreement.questions(), ref);
        var world = observing
                .cluster()
                .observe(deployment, known(ref, rules, wanted, before(latest, memory)), clock.instant());
        var counting = inFlight(latest, world, agreement).orElse(rules);
        var decision = think(ref, () -> Allowance.of(() -> gatekeeper.decide(counting, world, memory)));
        telemetry.decided(ref, decision);
        var outcome = acting.effects().apply(decision.effects(), world);
        if (outcome == ApplyOutcome.Overtaken) {
            return Optional.of(OVERTAKEN);
        }
        return agreement.isNone() ? letGo(ref, decision) : tell(world, agreement, decision);
    }

    /** Runs on a shared thread, where namespaces take turns. */
    private <T> T think(DeploymentRef ref, Supplier<T> thought) {
        return observing.threads().of(ref.namespace(), thought);
    }

    /** The terms from the beginning of the rollout count for it as far as they are milder. */
    private static Optional<Rules> inFlight(
            Optional<ReadinessReportStatus> latest, Snapshot world, EffectivePolicy agreement) {
        return latest.map(ReadinessReportStatus::attempt)
                .filter(it -> world.current()
                        .filter(one -> one.hash().equals(it.revision()))
                        .isPresent())
                .map(it -> Rulebook.inFlight(RolloutTerms.of(it), agreement));
    }

    private EffectivePolicy agreement(DeploymentRef ref, Deployment deployment) {
        var agreement =
                EffectivePolicy.of(observing.policies().meeting(ref.namespace(), ClusterObserver.labels(deployment)));
        return observing
                .cluster()
                .drivenBy(deployment)
                .map(agreement::whereDrivenBy)
                .orElse(agreement);
    }

    private ObservedBefore known(DeploymentRef ref, Rules rules, ExtraFacts wanted, Before before) {
        return new ObservedBefore(
                observing.readings().readings(ref), rules.horizon(), wanted, rules.needsTemplates(), before);
    }

    private static Before before(Optional<ReadinessReportStatus> latest, Optional<Memory> memory) {
        return new Before(
                memory.map(Memory::digests).orElse(Map.of()), Remembered.names(latest), Remembered.delivered(latest));
    }

    /**
     * If the Deployment was deleted and created again before the operator saw it, all data about the old one is
     * dropped now.
     */
    private void meet(DeploymentRef ref) {
        var before = met.put(ref.toString(), ref);
        if (before != null && !before.equals(ref)) {
            forget(before);
        }
    }

    private Optional<Duration> tell(Snapshot world, EffectivePolicy agreement, Decision decision) {
        var ref = world.workload().ref();
        if (decision.provisional() && acting.reports().has(ref)) {
            return Optional.empty();
        }
        acting.samplers().keep(ref, decision.asks());
        var previous = acting.reports().latest(ref);
        var card = new Weighing(agreement).score(decision.findings());
        var report = new Report(world, agreement, decision, card, previous);
        var status = think(ref, () -> ReportComposer.compose(report));
        if (isOnlyAsking(decision, previous, status)) {
            return again(world, Stream.of(decision.lookAgainAt()));
        }
        acting.effects().apply(ScoreLines.news(previous, status), world);
        var wordingDue = acting.reports().publish(ref, status, world.at());
        acting.reports().latest(ref).ifPresent(it -> telemetry.deliveries().told(ref, previous, it));
        return again(
                world,
                Stream.of(
                        decision.lookAgainAt(),
                        wordingDue,
                        SmoothedGrade.changesAt(report),
                        ScoreLines.changesAt(report)));
    }

    private static Optional<Duration> again(Snapshot world, Stream<Optional<Instant>> due) {
        return due.flatMap(Optional::stream).min(Instant::compareTo).map(it -> Duration.between(world.at(), it));
    }

    /** After a restart of the operator no check has an answer yet, so the report keeps its earlier state. */
    private static boolean isOnlyAsking(
            Decision decision, Optional<ReadinessReportStatus> previous, ReadinessReportStatus status) {
        return decision.findings().stream().anyMatch(Finding::awaitsItsFirstAnswer)
                && previous.filter(it -> ChangeKind.standsTheSame(it, status)).isPresent();
    }

    private boolean isStillHeld(DeploymentRef ref) {
        return acting.reports().has(ref) || observing.cluster().isInBook(ref);
    }

    /** Pods may still have been admitted by the old GateBook entry: one more reconciliation before it is forgotten. */
    private Optional<Duration> letGo(DeploymentRef ref, Decision decision) {
        acting.samplers().forget(ref);
        if (!decision.effects().isEmpty()) {
            return Optional.of(Duration.ofSeconds(2));
        }
        acting.reports().withdraw(ref);
        observing.cluster().forget(ref);
        telemetry.deliveries().forget(ref);
        met.remove(ref.toString(), ref);
        return Optional.empty();
    }

    void forget(Deployment gone) {
        forget(ClusterObserver.ref(gone));
    }

    private void forget(DeploymentRef ref) {
        met.remove(ref.toString(), ref);
        acting.samplers().forget(ref);
        acting.reports().forget(ref);
        acting.effects().forget(ref);
        telemetry.deliveries().forget(ref);
        observing.cluster().forget(ref);
    }
}
