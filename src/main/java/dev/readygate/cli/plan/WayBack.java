package dev.readygate.cli.plan;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The target of undo: the baseline if a revision is not verified, else the revision that was verified before. */
public sealed interface WayBack {
    record To(KeptRevision revision) implements WayBack {}

    record NoWayBack(String sentence) implements WayBack {}

    /** A revision whose ReplicaSet, and with it its template, still exists. */
    record KeptRevision(String hash, long number, String replicaSet, List<String> images) {
        public KeptRevision {
            images = List.copyOf(images);
        }
    }

    /**
     * @param wanted the hash of the revision that the user named, or its beginning
     * @param verified the hashes in the GateBook
     */
    record UndoRequest(
            ReportedDeployment known, List<KeptRevision> kept, Set<String> verified, Optional<String> wanted) {
        public UndoRequest {
            kept = List.copyOf(kept);
            verified = Set.copyOf(verified);
        }

        public WayBack answer() {
            return wanted.map(this::asWanted)
                    .orElseGet(() ->
                            known.report().map(this::byReport).orElseGet(() -> new NoWayBack(known.whyNotCurrent())));
        }

        private WayBack asWanted(String hash) {
            return newest(it -> it.hash().startsWith(hash))
                    .<WayBack>map(To::new)
                    .orElseGet(() -> new NoWayBack("No ReplicaSet of %s has the hash %s; there %s."
                            .formatted(known.declared().name(), hash, choice())));
        }

        private WayBack byReport(ReadinessReportStatus status) {
            var declared = Optional.ofNullable(status.revision()).map(it -> it.hash());
            var baseline = Optional.ofNullable(status.baseline()).map(BaselineStatus::hash);
            boolean atBaseline = known.current().isPresent() && baseline.equals(declared);
            if (baseline.isPresent() && !atBaseline) {
                return toBaseline(baseline.get());
            }
            return newest(it -> isVerified(it) && !declared.equals(Optional.of(it.hash())))
                    .<WayBack>map(To::new)
                    .orElseGet(this::toNothing);
        }

        private boolean isVerified(KeptRevision revision) {
            return verified.contains(revision.hash());
        }

        private WayBack toBaseline(String hash) {
            return newest(it -> it.hash().equals(hash))
                    .<WayBack>map(To::new)
                    .orElseGet(
                            () -> new NoWayBack("The last good revision %s of %s is gone: its ReplicaSet was deleted."
                                    .formatted(hash, known.declared().name())));
        }

        private WayBack toNothing() {
            return new NoWayBack("There is no other verified revision of %s to go back to; with --to HASH, there %s."
                    .formatted(known.declared().name(), choice()));
        }

        private String choice() {
            return kept.isEmpty()
                    ? "is none"
                    : kept.stream()
                            .sorted(Comparator.comparing(KeptRevision::number).reversed())
                            .map(it -> "%s (%s)".formatted(it.hash(), String.join(", ", it.images())))
                            .collect(joining(", ", "is ", ""));
        }

        private Optional<KeptRevision> newest(Predicate<KeptRevision> which) {
            return kept.stream().filter(which).max(Comparator.comparing(KeptRevision::number));
        }
    }
}
