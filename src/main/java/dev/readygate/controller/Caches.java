package dev.readygate.controller;

import dev.readygate.cluster.ClusterObserver;
import dev.readygate.cluster.Policies;
import dev.readygate.cluster.Reports;

/** Everything that has to be known before the first Deployment is looked at. */
public record Caches(ClusterObserver cluster, Policies policies, Reports reports) {
    void start() {
        cluster.start();
        policies.start();
        reports.start();
    }

    /** All of it is being watched right now, so nothing that happens is missed for long. */
    public boolean fresh() {
        return cluster.fresh() && policies.fresh() && reports.fresh();
    }
}
