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
 * @param closed why gate Admit is shut now
 * @param baseline the template that gate Start never holds
 * @param refused the template that is not let in while the baseline is being restored
 */
public record BookEntry(
        String uid,
        Set<BookGate> gates,
        SequencedSet<String> verified,
        Optional<Hold> hold,
        Optional<AdmitClosed> closed,
        Optional<PodTemplate> baseline,
        Optional<RejectedTemplate> refused) {
    public BookEntry {
        requireNonNull(uid, "uid");
        requireNonNull(hold, "hold");
        requireNonNull(closed, "closed");
        requireNonNull(baseline, "baseline");
        requireNonNull(refused, "refused");
        gates = Set.copyOf(gates);
        verified = java.util.Collections.unmodifiableSequencedSet(new LinkedHashSet<>(verified));
    }

    public BookEntry(String uid, Set<BookGate> gates, SequencedSet<String> verified, Optional<Hold> hold) {
        this(uid, gates, verified, hold, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public enum BookGate {
        Admit,
        Start,
        Serve
    }

    /**
     * @param denies otherwise it only warns
     * @param exempt the label of hot-fixes that are let in all the same, as key or key=value
     */
    public record AdmitClosed(boolean denies, Optional<String> exempt, String why) {
        public AdmitClosed {
            requireNonNull(exempt, "exempt");
            requireNonNull(why, "why");
        }

        public AdmitClosed(boolean denies, String why) {
            this(denies, Optional.empty(), why);
        }
    }

    /** Known, but nothing of it is gated: a first revision, or a policy that only observes. */
    public static BookEntry ungated(String uid) {
        return new BookEntry(uid, Set.of(), new LinkedHashSet<>(), Optional.empty());
    }

    public BookEntry with(Hold newHold) {
        return new BookEntry(uid, gates, verified, Optional.of(newHold), closed, baseline, refused);
    }

    public BookEntry with(AdmitClosed newlyClosed) {
        return closedBy(Optional.of(newlyClosed));
    }

    public BookEntry closedBy(Optional<AdmitClosed> newlyClosed) {
        return new BookEntry(uid, gates, verified, hold, newlyClosed, baseline, refused);
    }

    public BookEntry withBaseline(Optional<PodTemplate> template) {
        return new BookEntry(uid, gates, verified, hold, closed, template, refused);
    }

    public BookEntry refusing(RejectedTemplate declared) {
        return new BookEntry(uid, gates, verified, hold, closed, baseline, Optional.of(declared));
    }

    public boolean verifies(String hash) {
        return verified.contains(hash);
    }

    /**
     * Also in the order of what is verified: if the report is lost, the first is the baseline. Where there was no room
     * for the baseline's template, writing it again would change nothing.
     */
    public boolean isExactly(BookEntry other) {
        boolean leftOut = baseline.isPresent()
                && other.baseline.isPresent()
                && (baseline.get().isLeftOut() || other.baseline.get().isLeftOut());
        return (leftOut ? equals(other.withBaseline(baseline)) : equals(other))
                && List.copyOf(verified).equals(List.copyOf(other.verified));
    }
}
