package dev.readygate.checks.evidence;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.EvidenceFact;
import java.util.List;
import java.util.function.Predicate;

/**
 * The evidence whose numbers are the limit of a ratchet.
 *
 * @param counts whether a piece with a better number sets the limit; asked of as few as possible
 * @param words what the limit is, after its number
 */
record RatchetFloor(List<EvidenceFact> pieces, Predicate<EvidenceFact> counts, String words) {
    RatchetFloor {
        pieces = List.copyOf(pieces);
        requireNonNull(counts, "counts");
        requireNonNull(words, "words");
    }
}
