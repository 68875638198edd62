package dev.readygate.controller;

import dev.readygate.cluster.admission.CompiledPolicyWriter;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.observe.ClusterObserver;
import dev.readygate.cluster.policy.Policies;
import dev.readygate.cluster.report.Reports;
import java.time.Duration;
import java.time.Instant;

/** Everything that has to be known before the first Deployment or policy is looked at. */
public final class Caches {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ClusterObserver cluster;
    private final Policies policies;
    private final Reports reports;
    private final CompiledPolicyWriter guards;
    private volatile boolean started;
    private volatile Instant freshAt = Instant.EPOCH;

    public Caches(ClusterObserver cluster, Policies policies, Reports reports, CompiledPolicyWriter guards) {
        this.cluster = cluster;
        this.policies = policies;
        this.reports = reports;
        this.guards = guards;
    }

    /** Both controllers start at once; whoever comes second waits until all is known. */
    synchronized void start() {
        if (!started) {
            cluster.start();
            policies.start();
            reports.start();
            guards.start();
            started = true;
        }
    }

    /** All of it is being watched right now, so nothing that happens is missed for long. */
    public boolean fresh() {
        return cluster.fresh() && policies.fresh() && reports.fresh();
    }

    /**
     * Something has not been watched for so long, and nothing tries to: only a new start helps. While the API server is
     * away or refuses, watches try again and again, and a new start would only make it worse.
     *
     * @param othersAreFresh what the SDK watches itself
     */
    public boolean stuck(boolean othersAreFresh, Instant now) {
        if (!started || fresh() && othersAreFresh || freshAt.equals(Instant.EPOCH)) {
            freshAt = now;
        }
        return freshAt.plus(PATIENCE).isBefore(now)
                && Watched.sinceLatestAttempt().compareTo(PATIENCE) > 0;
    }
}
