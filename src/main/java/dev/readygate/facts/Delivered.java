package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Earlier deliveries, as the report counted them.
 *
 * @param since when counting began; empty if nothing was counted yet
 * @param days the newest first, without those on which nothing happened
 */
public record Delivered(Optional<Instant> since, List<Day> days) {
    public static final Delivered NOTHING = new Delivered(Optional.empty(), List.of());

    public Delivered {
        requireNonNull(since, "since");
        days = List.copyOf(days);
    }

    /**
     * @param outcomes how many rollouts ended in which way
     * @param leadTimes from commit to verified, in seconds
     * @param recoveries from taking traffic to the next good revision, in seconds
     * @param rollbacks from the decision to take a revision back until the baseline serves alone, in seconds
     */
    public record Day(
            LocalDate day, RolloutCounts outcomes, List<Long> leadTimes, List<Long> recoveries, List<Long> rollbacks) {
        public Day {
            requireNonNull(day, "day");
            requireNonNull(outcomes, "outcomes");
            leadTimes = List.copyOf(leadTimes);
            recoveries = List.copyOf(recoveries);
            rollbacks = List.copyOf(rollbacks);
        }
    }

    /**
     * @param failed after they took traffic, before they were verified
     * @param undone verified, and left by going back
     * @param prevented stopped before they took traffic
     * @param rework verified, and unplanned
     */
    public record RolloutCounts(int verified, int failed, int undone, int prevented, int rework) {
        public static final RolloutCounts NONE = new RolloutCounts(0, 0, 0, 0, 0);

        public RolloutCounts plus(RolloutCounts other) {
            return new RolloutCounts(
                    verified + other.verified,
                    failed + other.failed,
                    undone + other.undone,
                    prevented + other.prevented,
                    rework + other.rework);
        }
    }
}
