package dev.readygate.api.v1alpha1;

public enum Phase {
    Idle,
    Start,
    Serve,
    Stay,
    Withdrawing,
    Restoring,
    Withdrawn;

    /** A revision waits at a gate or passes it. */
    public boolean isOnTheWay() {
        return this == Start || this == Serve || this == Stay;
    }

    /** A revision is being withdrawn or rolled back, or has been. */
    public boolean isGoingBack() {
        return this == Withdrawing || this == Restoring || this == Withdrawn;
    }
}
