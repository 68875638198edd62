package dev.readygate.testing.observer;

import java.time.Instant;

/**
 * A sighting and its place among all others.
 *
 * @param version the API server's resourceVersion, which orders all kinds
 * @param at when the watch told it
 * @param gone whether it was told of because it went
 */
public record Seen<T extends Sighting>(long version, Instant at, boolean gone, T what) {}
