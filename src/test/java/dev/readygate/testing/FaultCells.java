package dev.readygate.testing;

/** How many of the possible faults are tested: usually a sample, all of them with {@code ./readygate test --faults}. */
public final class FaultCells {
    /** The tag of tests outside the sample. */
    public static final String ALL = "all-faults";

    private FaultCells() {}

    public static boolean all() {
        return Boolean.getBoolean("readygate.faults");
    }
}
