package dev.readygate;

import dev.readygate.cluster.admission.CompiledPolicyTrial;
import dev.readygate.cluster.admission.CompiledPolicyWriter;
import dev.readygate.cluster.admission.SelfTest;
import dev.readygate.cluster.book.GateBooks;
import dev.readygate.cluster.facts.ServerTime;
import dev.readygate.cluster.kube.MemoryShares;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.observe.ClusterObserver;
import dev.readygate.cluster.observe.ClusterObserver.Beside;
import dev.readygate.cluster.observe.RelatedWatches;
import dev.readygate.cluster.observe.RelatedWatches.Others;
import dev.readygate.cluster.policy.Policies;
import dev.readygate.cluster.policy.PolicyStatuses;
import dev.readygate.cluster.report.Interests;
import dev.readygate.cluster.report.Reports;
import dev.readygate.cluster.write.Announcer;
import dev.readygate.cluster.write.EffectApplier;
import dev.readygate.cluster.write.OldStatements;
import dev.readygate.cluster.write.PodGates;
import dev.readygate.cluster.write.StaleEntries;
import dev.readygate.controller.Admissions;
import dev.readygate.controller.Admissions.Watching;
import dev.readygate.controller.Caches;
import dev.readygate.controller.CompiledPolicyTrials;
import dev.readygate.controller.EnforcementTrials;
import dev.readygate.controller.EventRouter;
import dev.readygate.controller.LooksAtOnce;
import dev.readygate.controller.PlatformSummaries;
import dev.readygate.controller.PlatformSummaries.EnforcementSources;
import dev.readygate.controller.PolicyReconciler.Enforcing;
import dev.readygate.controller.PolicyReconciler.ReconcilerContext;
import dev.readygate.controller.PolicyReconciler.Summing;
import dev.readygate.controller.Rollouts;
import dev.readygate.controller.Rollouts.Acting;
import dev.readygate.controller.Rollouts.Observing;
import dev.readygate.controller.Tidying;
import dev.readygate.retention.Retention;
import dev.readygate.signals.FairThreads;
import dev.readygate.signals.ReadingStore;
import dev.readygate.signals.Samplers;
import dev.readygate.telemetry.Telemetry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Connects the parts. No other class imports it. */
@Singleton
class Wiring {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    EventRouter switchboard() {
        return new EventRouter();
    }

    @Produces
    @Singleton
    Telemetry telemetry(MeterRegistry meters) {
        return new Telemetry(meters);
    }

    @Produces
    @Singleton
    WatchScope scope(Settings settings) {
        var leftOut = new HashSet<>(settings.excludeNamespaces().orElse(List.of()));
        leftOut.add(settings.pod().namespace());
        // A namespace named in watchNamespaces is watched, even if the operator runs in it.
        var watched = settings.watchNamespaces().orElse(List.of());
        leftOut.removeAll(Set.copyOf(watched));
        return new WatchScope(watched, leftOut);
    }

    @Produces
    @Singleton
    GateBooks books(KubernetesClient client, WatchScope scope, Settings settings, EventRouter switchboard) {
        return new GateBooks(client, scope, settings.user(), switchboard);
    }

    @Produces
    @Singleton
    Others others(Reports reports, Interests interests, Settings settings) {
        var open = settings.checks().verifiedNamespaces().orElse(List.of());
        return new Others(reports, interests, Set.copyOf(open));
    }

    @Produces
    @Singleton
    Beside beside(GateBooks books, RelatedWatches neighbourhood, ServerTime time, MemoryShares shares) {
        return new Beside(books, neighbourhood, time, shares);
    }

    @Produces
    @Singleton
    MemoryShares memory() {
        return MemoryShares.ofHeap(Runtime.getRuntime().maxMemory());
    }

    @Produces
    @Singleton
    RelatedWatches neighbourhood(KubernetesClient client, EventRouter switchboard, Others others) {
        return new RelatedWatches(client, switchboard, others);
    }

    @Produces
    @Singleton
    ServerTime time() {
        return new ServerTime();
    }

    @Produces
    @Singleton
    ClusterObserver observer(KubernetesClient client, WatchScope scope, Beside beside, EventRouter switchboard) {
        return new ClusterObserver(client, scope, beside, switchboard);
    }

    @Produces
    @Singleton
    Policies policies(KubernetesClient client, WatchScope scope, EventRouter switchboard, MemoryShares shares) {
        return new Policies(client, scope, switchboard, shares);
    }

    @Produces
    @Singleton
    Interests interests(EventRouter switchboard) {
        return new Interests(switchboard);
    }

    @Produces
    @Singleton
    Reports reports(KubernetesClient client, WatchScope scope, EventRouter switchboard, Interests interests) {
        return new Reports(client, scope, (before, after) -> {
            switchboard.reportChanged(before, after);
            interests.reportChanged(before, after);
        });
    }

    @Produces
    @Singleton
    Caches caches(ClusterObserver observer, Policies policies, Reports reports, CompiledPolicyWriter compiledPolicies) {
        return new Caches(observer, policies, reports, compiledPolicies);
    }

    @Produces
    @Singleton
    CompiledPolicyWriter compiledPolicies(
            KubernetesClient client, WatchScope scope, Settings settings, EventRouter switchboard) {
        return new CompiledPolicyWriter(client, scope, settings.user(), switchboard::compiledPolicyChanged);
    }

    @Produces
    @Singleton
    Watching watching(
            Policies policies,
            ClusterObserver observer,
            CompiledPolicyWriter compiledPolicies,
            ReconcilerContext around) {
        return new Watching(policies, observer, compiledPolicies, around);
    }

    @Produces
    @Singleton
    CompiledPolicyTrials compiledPolicyTrials(KubernetesClient client, Settings settings, EventRouter switchboard) {
        return new CompiledPolicyTrials(new CompiledPolicyTrial(client, settings.user()), switchboard::resummed);
    }

    /** An installation that watches only some namespaces creates no cluster-wide objects. */
    @Produces
    @Singleton
    Admissions admissions(Watching watching, CompiledPolicyTrials trials, WatchScope scope, Settings settings) {
        return new Admissions(
                watching, trials, scope.everywhere() ? settings.admission().places() : 0);
    }

    void close(@Disposes Admissions admissions) {
        admissions.close();
    }

    @Produces
    @Singleton
    EffectApplier applier(KubernetesClient client, GateBooks books, InstantSource clock, Settings settings) {
        return new EffectApplier(
                client,
                new PodGates(client, clock),
                books,
                new Announcer(client, clock, settings.pod().name()));
    }

    @Produces
    @Singleton
    Rollouts rollouts(Observing observing, Acting acting, InstantSource clock, Telemetry telemetry) {
        return new Rollouts(observing, acting, clock, telemetry);
    }

    @Produces
    @Singleton
    Observing observing(ClusterObserver observer, Policies policies, ReadingStore readings, FairThreads threads) {
        return new Observing(observer, policies, readings, threads);
    }

    @Produces
    @Singleton
    FairThreads threads() {
        return new FairThreads(Runtime.getRuntime().availableProcessors());
    }

    void close(@Disposes FairThreads threads) {
        threads.close();
    }

    @Produces
    @Singleton
    LooksAtOnce looks() {
        return new LooksAtOnce();
    }

    @Produces
    @Singleton
    Acting acting(EffectApplier effects, Samplers samplers, Reports reports) {
        return new Acting(effects, samplers, reports);
    }

    @Produces
    @Singleton
    EnforcementTrials trials(KubernetesClient client, GateBooks books, ServerTime time, InstantSource clock) {
        return new EnforcementTrials(new SelfTest(client, books, time, clock));
    }

    @Produces
    @Singleton
    Enforcing enforcing(EnforcementTrials trials, Admissions admissions, KubernetesClient client, GateBooks books) {
        return new Enforcing(trials, new StaleEntries(client, books), admissions);
    }

    @Produces
    @Singleton
    Summing summing(Reports reports, Policies policies, KubernetesClient client, FairThreads threads) {
        return new Summing(reports, policies, new PolicyStatuses(client), threads);
    }

    @Produces
    @Singleton
    EnforcementSources held(EnforcementTrials trials, Admissions admissions) {
        return new EnforcementSources(trials, admissions);
    }

    @Produces
    @Singleton
    PlatformSummaries summaries(
            Summing summing, EnforcementSources held, EventRouter switchboard, InstantSource clock) {
        return new PlatformSummaries(summing, held, switchboard, clock);
    }

    @Produces
    @Singleton
    OldStatements oldStatements(KubernetesClient client, ClusterObserver observer, Reports reports, Settings settings) {
        var kept = settings.retention();
        return new OldStatements(client, observer, reports, new Retention(kept.newest(), kept.keepFor()));
    }

    @Produces
    @Singleton
    Tidying tidying(OldStatements old, Caches caches, InstantSource clock) {
        return new Tidying(old, caches::fresh, clock);
    }

    void close(@Disposes Tidying tidying) {
        tidying.close();
    }

    void close(@Disposes PlatformSummaries summaries) {
        summaries.close();
    }

    @Produces
    @Singleton
    ReconcilerContext surroundings(EventRouter switchboard, WatchScope scope, Caches caches, InstantSource clock) {
        return new ReconcilerContext(switchboard, scope, caches, clock);
    }
}
