package dev.readygate.api.v1alpha1;

public enum RolloutOutcome {
    /** Verified, and the baseline from then on. */
    Promoted,
    /** Failed, and withdrawn without a change of the declared template. */
    Withdrawn,
    /** Failed, and rolled back to the baseline. */
    Restored,
    /** Another template came before it was verified. */
    Superseded,
    /** It took over, or was released, without a verification. */
    Released
}
