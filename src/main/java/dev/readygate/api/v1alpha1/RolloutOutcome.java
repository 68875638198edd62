package dev.readygate.api.v1alpha1;

public enum RolloutOutcome {
    Promoted,
    Withdrawn,
    Restored,
    Superseded,
    Released
}
