package dev.readygate.api.v1alpha1;

/** Pairs of windows that others have made usual. */
public enum BurnRateTable {
    Workbook,
    Pyrra,
    Sloth
}
