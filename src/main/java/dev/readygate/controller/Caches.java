package dev.readygate.controller;

import dev.readygate.cluster.ClusterObserver;
import dev.readygate.cluster.Guards;
import dev.readygate.cluster.Policies;
import dev.readygate.cluster.Reports;

/** Everything that has to be known before the first Deployment or policy is looked at. */
public final class Caches {
    private final ClusterObserver cluster;
    private final Policies policies;
    private final Reports reports;
    private final Guards guards;
    private boolean started;

    public Caches(ClusterObserver cluster, Policies policies, Reports reports, Guards guards) {
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
}
