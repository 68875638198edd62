package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The GateBook entry of one Deployment: all that the API server knows when it enforces a gate.
 *
 * @param verified the newest first
 * @param closed why gate Admit is closed now
 * @param baseline the template that gate Start never holds
 * @param refused the template that the API server rejects while the baseline is being restored
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
     * @param exempt the label that exempts hot-fixes, as key or key=value
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

    /**
     * The operator knows the Deployment, but gates no revision of it: a first revision, or a policy that only
     * observes.
     */
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
     * Also compares the order of the verified revisions: if the report is lost, the first is the baseline. An entry
     * without room for the baseline's template counts as equal, because writing it again would change nothing.
     */
    public boolean isExactly(BookEntry other) {
        boolean leftOut = baseline.isPresent()
                && other.baseline.isPresent()
                && (baseline.get().isLeftOut() || other.baseline.get().isLeftOut());
        return (leftOut ? equals(other.withBaseline(baseline)) : equals(other))
                && List.copyOf(verified).equals(List.copyOf(other.verified));
    }
}
