package dev.readygate.gate;

import dev.readygate.facts.Revision;

/** What the last good revision can carry by itself: taking another one away must not cost anybody a pod. */
record Reserve(StageInput now) {

    boolean suffices() {
        return pods() >= needed();
    }

    /** Nothing of it is wanted any more, though pods are: Kubernetes would fill whatever else there is. */
    boolean isGone() {
        return now.world().workload().desired().replicas() > 0 && wanted() == 0;
    }

    /** Fewer of it are wanted than it takes: a pod of it that is not ready for a moment does not count. */
    boolean isShort() {
        return now.world().workload().desired().replicas() > 0 && wanted() < needed();
    }

    private int wanted() {
        return now.baselineRevision().map(Revision::desired).orElse(0);
    }

    int needed() {
        return Math.max(1, now.world().workload().availabilityFloor());
    }

    /** Those that are told to go are none. */
    int pods() {
        return now.baselineRevision()
                .map(it -> Math.min(it.available(), it.desired()))
                .orElse(0);
    }
}
