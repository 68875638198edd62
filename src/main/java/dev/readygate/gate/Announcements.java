package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.gate.Announcement.NewsKind;
import dev.readygate.gate.Effect.Announce;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reports each transition that the report does not remember. The key names the transition by facts that survive a
 * crash, so that reporting it again creates no second Event.
 */
final class Announcements {
    private Announcements() {}

    static List<Effect> tell(StageInput input, Optional<Memory> before, StageResult result) {
        return StageResult.inOrder(result.effects(), news(input, before, result));
    }

    private static List<Effect> news(StageInput input, Optional<Memory> before, StageResult result) {
        if (newlyVerified(before, result)) {
            return List.of(verified(result));
        }
        if (newlyFailed(input, result)) {
            return turnedAway(result).stream().toList();
        }
        if (is(ReadyReason.RollbackContested, result) && !was(before, Phase.Stay)) {
            return List.of(contested(result));
        }
        if (result.phase() == Phase.Withdrawn && !was(before, Phase.Withdrawn)) {
            return input.entry().flatMap(BookEntry::hold).map(Announcements::withdrawn).stream()
                    .toList();
        }
        return List.of();
    }

    /**
     * Reported again if the report is lost: it may be lost, or never have been written, before the operator
     * reported this.
     */
    private static boolean newlyVerified(Optional<Memory> before, StageResult result) {
        return proven(result.baseline())
                .filter(it -> !proven(before.flatMap(Memory::baseline)).equals(Optional.of(it)))
                .isPresent();
    }

    private static Optional<String> proven(Optional<Baseline> baseline) {
        return baseline.filter(it -> !it.unproven()).map(Baseline::hash);
    }

    /** The news of a revision that is held where it is, or that policies only warn about. */
    private static Optional<Effect> turnedAway(StageResult result) {
        if (is(ReadyReason.Held, result)) {
            return Optional.of(held(result));
        }
        return is(ReadyReason.Warned, result) ? Optional.of(warned(result)) : Optional.empty();
    }

    private static boolean is(ReadyReason reason, StageResult result) {
        return result.standing().reason() == reason;
    }

    private static boolean newlyFailed(StageInput input, StageResult result) {
        var before = input.before().of(result.progress().hash());
        return turnedAway(result).isPresent()
                && result.progress().gates().stream()
                        .filter(it -> it.state() == GateState.Failed)
                        .anyMatch(it -> !before.is(it.gate(), GateState.Failed));
    }

    /** Once for each revision and gate: failing, recovering and failing again is the same news. */
    private static Effect held(StageResult result) {
        var hash = result.progress().hash();
        return new Announce(new Announcement(
                "%s-held-%s".formatted(hash, result.phase().name().toLowerCase(Locale.ROOT)),
                NewsKind.Held,
                "revision %s held: %s".formatted(hash, result.standing().sentence())));
    }

    private static Effect contested(StageResult result) {
        var hash = result.progress().hash();
        return new Announce(new Announcement(
                hash + "-contested",
                NewsKind.Held,
                "revision %s held: %s".formatted(hash, result.standing().sentence())));
    }

    private static Effect warned(StageResult result) {
        var hash = result.progress().hash();
        return new Announce(new Announcement(
                hash + "-warned-" + result.standing().waitingOn(),
                NewsKind.Warned,
                "revision %s: %s".formatted(hash, result.standing().sentence())));
    }

    private static boolean was(Optional<Memory> before, Phase phase) {
        return before.map(it -> it.phase() == phase).orElse(false);
    }

    private static Effect verified(StageResult result) {
        var hash = result.baseline().orElseThrow().hash();
        return new Announce(new Announcement(
                hash + "-verified",
                NewsKind.Verified,
                "Revision %s passed its checks and is verified.".formatted(hash)));
    }

    /** The news that a user lets the revision through a gate. */
    static Effect proceeds(StageInput input, String revision, Gate gate) {
        return new Announce(new Announcement(
                "%s-proceeded-%s".formatted(revision, gate.name().toLowerCase(Locale.ROOT)),
                NewsKind.Proceeded,
                "revision %s was let through gate %s by %s, whatever its checks say"
                        .formatted(revision, gate, input.wishes().decider())));
    }

    private static Effect withdrawn(Hold hold) {
        var kind = hold.check().equals(Refusal.REJECTED) ? NewsKind.Rejected : NewsKind.Withdrawn;
        return new Announce(new Announcement(
                "%s-withdrawn-%d".formatted(hold.hash(), hold.since().getEpochSecond()),
                kind,
                Withdrawal.sentence(hold) + "; the last good revision keeps serving"));
    }
}
