package dev.readygate.testing.observer;

import java.time.Instant;

/** A sighting that must never happen. */
public record Violation(String invariant, Instant at, String sentence) {
    static Violation of(String invariant, Seen<?> seen, String sentence, Object... filled) {
        return new Violation(invariant, seen.at(), sentence.formatted(filled));
    }

    @Override
    public String toString() {
        return "%s broken at %s: %s".formatted(invariant, at, sentence);
    }
}
