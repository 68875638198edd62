package dev.readygate.gate;

import dev.readygate.facts.Revision;

/**
 * The pods that the baseline provides by itself: a withdrawal of another revision must not cost a pod that is
 * needed.
 */
record Reserve(StageInput input) {

    boolean suffices() {
        return pods() >= needed();
    }

    /**
     * The Deployment wants pods, but none of the baseline: the Deployment controller would scale up any other
     * ReplicaSet.
     */
    boolean isGone() {
        return input.world().workload().desired().replicas() > 0 && wanted() == 0;
    }

    /** Fewer pods of the baseline are wanted than are needed. This ignores whether they are ready at the moment. */
    boolean isShort() {
        return input.world().workload().desired().replicas() > 0 && wanted() < needed();
    }

    private int wanted() {
        return input.baselineRevision().map(Revision::desired).orElse(0);
    }

    int needed() {
        return Math.max(1, input.world().workload().availabilityFloor());
    }

    /** The available pods, without those that are scaled away. */
    int pods() {
        return input.baselineRevision()
                .map(it -> Math.min(it.available(), it.desired()))
                .orElse(0);
    }
}
