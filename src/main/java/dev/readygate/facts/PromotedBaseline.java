package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The baseline in the report of another Deployment. */
public sealed interface PromotedBaseline {

    /** The installation does not let this namespace read that one. */
    record OutOfBounds() implements PromotedBaseline {}

    /** It has no report: there is no such Deployment, or no policy selects it, or its namespace is not watched. */
    record Unreported() implements PromotedBaseline {}

    /**
     * @param baseline the revision that is verified there now
     * @param before earlier verified revisions there, the newest first
     */
    record FoundReport(Optional<PromotedRelease> baseline, List<PromotedRelease> before) implements PromotedBaseline {
        public FoundReport {
            requireNonNull(baseline, "baseline");
            before = List.copyOf(before);
        }
    }

    /**
     * @param at when it was verified
     * @param proven its checks have passed; false if it was only running when Readygate met it
     */
    record PromotedRelease(List<String> images, List<String> digests, Instant at, boolean proven) {
        public PromotedRelease {
            requireNonNull(at, "at");
            images = List.copyOf(images);
            digests = List.copyOf(digests);
        }
    }
}
