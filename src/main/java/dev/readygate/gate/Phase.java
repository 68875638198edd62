package dev.readygate.gate;

/** Where a Deployment is on its way through the gates. */
public enum Phase {
    Idle,
    Admit,
    Start,
    Serve,
    Stay,
    Withdrawing,
    Restoring,
    Withdrawn
}
