package dev.readygate.controller;

import dev.readygate.cluster.admission.CompiledPolicyWriter;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.observe.ClusterObserver;
import dev.readygate.cluster.policy.Policies;
import dev.readygate.cluster.report.Reports;
import java.time.Duration;
import java.time.Instant;

/** The caches that must be filled before the first reconciliation. */
public final class Caches {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ClusterObserver cluster;
    private final Policies policies;
    private final Reports reports;
    private final CompiledPolicyWriter compiledPolicies;
    private volatile boolean started;
    private volatile Instant freshAt = Instant.EPOCH;

    public Caches(ClusterObserver cluster, Policies policies, Reports reports, CompiledPolicyWriter compiledPolicies) {
        this.cluster = cluster;
        this.policies = policies;
        this.reports = reports;
        this.compiledPolicies = compiledPolicies;
    }

    /** Both controllers start at once; the second one waits until the caches are filled. */
    synchronized void start() {
        if (!started) {
            cluster.start();
            policies.start();
            reports.start();
            compiledPolicies.start();
            started = true;
        }
    }

    /** Whether all watches run now, so that no change is missed for long. */
    public boolean fresh() {
        return cluster.fresh() && policies.fresh() && reports.fresh();
    }

    /**
     * Whether a watch has been down for so long, with no attempt to restore it, that only a restart helps. While
     * the API server is away or refuses, watches try again and again, and a restart would only make it worse.
     *
     * @param othersAreFresh whether the watches of the SDK run
     */
    public boolean stuck(boolean othersAreFresh, Instant now) {
        if (!started || fresh() && othersAreFresh || freshAt.equals(Instant.EPOCH)) {
            freshAt = now;
        }
        return freshAt.plus(PATIENCE).isBefore(now)
                && Watched.sinceLatestAttempt().compareTo(PATIENCE) > 0;
    }
}
