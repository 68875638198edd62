package dev.readygate.api.v1alpha1;

public enum RolloutOutcome {
    /** Verified, and the baseline from then on. */
    Promoted,
    /** Turned away, and taken back without a change of what is declared. */
    Withdrawn,
    /** The same, by rolling back to the baseline. */
    Restored,
    /** Another template came before it was verified. */
    Superseded,
    /** It took over, or was let go, without anybody judging it. */
    Released
}
