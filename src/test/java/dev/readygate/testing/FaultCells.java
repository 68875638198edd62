package dev.readygate.testing;

/** How much of what can go wrong is tried: a sample as a rule, all of it for {@code ./readygate test --faults}. */
public final class FaultCells {
    /** The tag of what is left out of a sample. */
    public static final String ALL = "all-faults";

    private FaultCells() {}

    public static boolean all() {
        return Boolean.getBoolean("readygate.faults");
    }
}
