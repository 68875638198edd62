package dev.readygate.history;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.facts.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records every rollout once. The report keeps the rollout under way; the write that ends it also moves it to the
 * history. So a reconciliation repeated after a crash has the same result, and no record is lost or doubled.
 *
 * @param underWay the one that has not ended
 * @param history the ended ones, the newest first
 * @param news of the history: those that ended with this reconciliation, the oldest first
 * @param recovered of the history: those after which a good revision serves again only since this reconciliation
 */
public record RolloutHistory(
        Optional<RolloutRecord> underWay,
        List<RolloutRecord> history,
        List<RolloutRecord> news,
        List<RolloutRecord> recovered) {
    private static final int MOST = 20;

    public static RolloutHistory of(HistoryInput input) {
        if (input.before().isEmpty()) {
            var history = Backfill.of(input).stream().limit(MOST).toList();
            return new RolloutHistory(new EndedRollouts(input).next(Optional.empty()), history, List.of(), List.of());
        }
        return input.decision().provisional()
                ? new RolloutHistory(input.underWayBefore(), input.history(), List.of(), List.of())
                : new EndedRollouts(input).rollouts();
    }

    /** The rollouts that end with one reconciliation. */
    private record EndedRollouts(HistoryInput input, List<RolloutRecord> ended) {
        EndedRollouts(HistoryInput input) {
            this(input, new ArrayList<>());
        }

        RolloutHistory rollouts() {
            var before = input.underWayBefore()
                    .map(it -> new Attempt(input, it).named())
                    .or(() -> new MissedRollouts(input).takenBack());
            var underWay = next(before);
            new MissedRollouts(input)
                    .tookOver()
                    .filter(_ -> !endsWithTheBaseline())
                    .ifPresent(ended::add);
            ended.addAll(0, new MissedRollouts(input).superseded(ended));
            return bound(underWay);
        }

        private boolean endsWithTheBaseline() {
            var now = input.decision().baseline().map(Baseline::hash);
            return ended.stream()
                    .filter(it -> it.outcome() == RolloutOutcome.Promoted)
                    .anyMatch(it -> now.equals(Optional.of(it.revision())));
        }

        /**
         * The rollout under way after this reconciliation; one that was under way before, and is no longer, has
         * ended.
         */
        Optional<RolloutRecord> next(Optional<Attempt> before) {
            return before.isEmpty() ? setOut() : before.flatMap(this::goesOn);
        }

        private Optional<RolloutRecord> setOut() {
            return input.judgedRevision()
                    .filter(it -> input.isOnTheWay() && !input.isRestart(it))
                    .map(it -> Attempt.setOut(input, it).record());
        }

        private Optional<RolloutRecord> goesOn(Attempt attempt) {
            if (becameBaseline(attempt)) {
                end(attempt.promoted());
                return setOut();
            }
            if (input.isTakenBack() && attempt.isAbout(input.judged())) {
                var back = attempt.takenBack();
                return input.decision().phase() == Phase.Withdrawn ? end(back.removed()) : Optional.of(back.record());
            }
            if (!input.enforced()) {
                return end(attempt.released());
            }
            if (input.judged().isEmpty() || attempt.isAbout(input.judged()) && !isTriedAgain(attempt)) {
                return Optional.of(attempt.record());
            }
            end(attempt.superseded(by(attempt)));
            return setOut();
        }

        private boolean becameBaseline(Attempt attempt) {
            return input.decision()
                            .baseline()
                            .filter(it -> !it.unproven() && attempt.isAbout(it.hash()))
                            .isPresent()
                    || becameItUnreported(attempt);
        }

        /** The GateBook contains it as verified, and another revision is declared already. */
        private boolean becameItUnreported(Attempt attempt) {
            return input.enforced()
                    && !attempt.isAbout(input.judged())
                    && input.verifiedBefore(attempt.record().revision());
        }

        /** It was being withdrawn or rolled back, and the hold is gone. */
        private boolean isTriedAgain(Attempt attempt) {
            return attempt.isTakenBack() && input.hold(input.judged()).isEmpty();
        }

        private String by(Attempt attempt) {
            return attempt.isAbout(input.judged())
                    ? "Somebody asked for one more attempt."
                    : "Revision %s was declared instead.".formatted(input.judged());
        }

        private Optional<RolloutRecord> end(RolloutRecord written) {
            ended.add(written);
            return Optional.empty();
        }

        private RolloutHistory bound(Optional<RolloutRecord> underWay) {
            boolean good = ended.stream().anyMatch(it -> it.outcome() == RolloutOutcome.Promoted);
            var recovered = new ArrayList<RolloutRecord>();
            var older = input.history().stream()
                    .filter(it -> !isInferredOfOneOf(ended, it))
                    .map(it -> good && isExposed(it) ? recover(it, recovered) : it)
                    .toList();
            var history = Stream.concat(ended.reversed().stream(), older.stream())
                    .limit(MOST)
                    .toList();
            return new RolloutHistory(underWay, history, List.copyOf(ended), recovered);
        }

        /** A seen rollout replaces its inferred record. */
        private static boolean isInferredOfOneOf(List<RolloutRecord> seen, RolloutRecord old) {
            return old.inferred()
                    && old.outcome() == RolloutOutcome.Released
                    && seen.stream().anyMatch(it -> it.revision().equals(old.revision()));
        }

        private static boolean isExposed(RolloutRecord old) {
            return old.failedAt() != null && old.served() && old.recovered() == null;
        }

        private RolloutRecord recover(RolloutRecord old, List<RolloutRecord> recovered) {
            var written = RolloutRecordBuilder.of(old).recovered(input.now()).written();
            recovered.add(written);
            return written;
        }
    }
}
