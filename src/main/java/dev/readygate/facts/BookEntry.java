package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * What the GateBook says of one Deployment: all that the API server knows when it enforces a gate.
 *
 * @param verified the newest first
 */
public record BookEntry(String uid, Set<Gate> gates, SequencedSet<String> verified, Optional<Hold> hold) {
    public BookEntry {
        requireNonNull(uid, "uid");
        requireNonNull(hold, "hold");
        gates = Set.copyOf(gates);
        verified = java.util.Collections.unmodifiableSequencedSet(new LinkedHashSet<>(verified));
    }

    public enum Gate {
        Start,
        Serve
    }

    /** Known, but nothing of it is gated: a first revision, or a policy that only observes. */
    public static BookEntry ungated(String uid) {
        return new BookEntry(uid, Set.of(), new LinkedHashSet<>(), Optional.empty());
    }

    public BookEntry with(Hold newHold) {
        return new BookEntry(uid, gates, verified, Optional.of(newHold));
    }

    public boolean verifies(String hash) {
        return verified.contains(hash);
    }

    /** Also in the order of what is verified: if the report is lost, the first is the baseline. */
    public boolean isExactly(BookEntry other) {
        return equals(other) && List.copyOf(verified).equals(List.copyOf(other.verified));
    }
}
