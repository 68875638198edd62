package dev.readygate.checks.metrics;

/** @param at seconds since 1970, as Prometheus tells time */
public record Point(double at, double value) {}
