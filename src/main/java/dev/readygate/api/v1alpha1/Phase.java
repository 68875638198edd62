package dev.readygate.api.v1alpha1;

public enum Phase {
    Idle,
    Start,
    Serve,
    Stay,
    Withdrawing,
    Restoring,
    Withdrawn;

    /** A revision waits for or goes through a gate. */
    public boolean isOnTheWay() {
        return this == Start || this == Serve || this == Stay;
    }

    /** A revision is, or has been, taken back. */
    public boolean isGoingBack() {
        return this == Withdrawing || this == Restoring || this == Withdrawn;
    }
}
