package dev.readygate.api.v1alpha1;

public enum NotificationEvent {
    Held,
    Verified,
    Withdrawn,
    Restored,
    Superseded,
    Released,
    TimedOut,
    RollbackContested,
    ScoreDropped,
    ScoreChanged,
    VerdictChanged,
    WaiverExpired,
    ReviewDue,
    DailySummary
}
