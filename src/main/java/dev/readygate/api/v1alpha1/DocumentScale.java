package dev.readygate.api.v1alpha1;

/** How a document writes a score that is 0 to 100. */
public enum DocumentScale {
    /** 68.3 % */
    Percent,
    /** 6.83 / 10 */
    OutOfTen,
    /** 68.3 / 100 */
    OutOfHundred
}
