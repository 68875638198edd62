package dev.readygate.schedules;

/**
 * @param gated created with Readygate's readiness gate
 * @param up its containers are ready
 */
record ModelPod(String uid, String hash, String replicaSet, boolean gated, boolean open, boolean up, boolean leaving) {
    boolean ready() {
        return up && (!gated || open) && !leaving;
    }

    ModelPod opened() {
        return new ModelPod(uid, hash, replicaSet, gated, true, up, leaving);
    }

    ModelPod up(boolean now) {
        return new ModelPod(uid, hash, replicaSet, gated, open, now, leaving);
    }

    ModelPod toldToGo() {
        return new ModelPod(uid, hash, replicaSet, gated, open, up, true);
    }
}
