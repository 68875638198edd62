package dev.readygate.schedules;

/**
 * @param gated born with our readiness gate
 * @param up its containers are ready
 */
record Pod(String uid, String hash, String replicaSet, boolean gated, boolean open, boolean up, boolean leaving) {
    boolean ready() {
        return up && (!gated || open) && !leaving;
    }

    Pod opened() {
        return new Pod(uid, hash, replicaSet, gated, true, up, leaving);
    }

    Pod up(boolean now) {
        return new Pod(uid, hash, replicaSet, gated, open, now, leaving);
    }

    Pod toldToGo() {
        return new Pod(uid, hash, replicaSet, gated, open, up, true);
    }
}
