package dev.readygate.testing.observer;

import java.time.Instant;

/**
 * A sighting and its place among all others.
 *
 * @param version the API server's resourceVersion, which orders all kinds
 * @param at when the watch delivered it
 * @param gone whether it was a delete event
 */
public record Seen<T extends Sighting>(long version, Instant at, boolean gone, T what) {}
