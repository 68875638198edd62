package dev.readygate.score;

/** From which score on what is said, all in points of 100. */
public record Thresholds(double green, double amber, double pass, double conditional, double minCoverage) {}
