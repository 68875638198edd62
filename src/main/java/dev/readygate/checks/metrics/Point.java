package dev.readygate.checks.metrics;

/** @param at seconds since 1970, as in Prometheus */
public record Point(double at, double value) {}
