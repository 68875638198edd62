package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the report of another Deployment says was verified there. */
public sealed interface PromotedBaseline {

    /** The installation does not let this namespace look into that one. */
    record OutOfBounds() implements PromotedBaseline {}

    /** Nothing is reported of it: there is no such Deployment, or no policy meets it, or its namespace is not watched. */
    record Unreported() implements PromotedBaseline {}

    /**
     * @param baseline what is verified there now
     * @param before what was verified there earlier, the newest first
     */
    record FoundReport(Optional<PromotedRelease> baseline, List<PromotedRelease> before) implements PromotedBaseline {
        public FoundReport {
            requireNonNull(baseline, "baseline");
            before = List.copyOf(before);
        }
    }

    /**
     * @param at when it was verified
     * @param proven its checks have passed; one that was only running when Readygate met it is not
     */
    record PromotedRelease(List<String> images, List<String> digests, Instant at, boolean proven) {
        public PromotedRelease {
            requireNonNull(at, "at");
            images = List.copyOf(images);
            digests = List.copyOf(digests);
        }
    }
}
