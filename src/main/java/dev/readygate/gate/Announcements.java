package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateState;
import dev.readygate.api.v1alpha1.Phase;
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

    static List<Effect> tell(StageInput now, Optional<Memory> before, StageResult course) {
        return StageResult.inOrder(course.effects(), news(now, before, course));
    }

    private static List<Effect> news(StageInput now, Optional<Memory> before, StageResult course) {
        if (newlyVerified(before, course)) {
            return List.of(verified(course));
        }
        if (newlyFailed(now, course)) {
            return turnedAway(course).stream().toList();
        }
        if (course.standing().reason().equals(RestoreStage.CONTESTED) && !was(before, Phase.Stay)) {
            return List.of(contested(course));
        }
        if (course.phase() == Phase.Withdrawn && !was(before, Phase.Withdrawn)) {
            return now.entry().flatMap(BookEntry::hold).map(Announcements::withdrawn).stream()
                    .toList();
        }
        return List.of();
    }

    /**
     * Reported again if the report is lost: it may be lost, or never have been written, before the operator
     * reported this.
     */
    private static boolean newlyVerified(Optional<Memory> before, StageResult course) {
        return proven(course.baseline())
                .filter(it -> !proven(before.flatMap(Memory::baseline)).equals(Optional.of(it)))
                .isPresent();
    }

    private static Optional<String> proven(Optional<Baseline> baseline) {
        return baseline.filter(it -> !it.unproven()).map(Baseline::hash);
    }

    /** The news of a revision that is held where it is, or that policies only warn about. */
    private static Optional<Effect> turnedAway(StageResult course) {
        return switch (course.standing().reason()) {
            case FailedRevision.HELD -> Optional.of(held(course));
            case Warning.WARNED -> Optional.of(warned(course));
            default -> Optional.empty();
        };
    }

    private static boolean newlyFailed(StageInput now, StageResult course) {
        var before = now.before().of(course.progress().hash());
        return turnedAway(course).isPresent()
                && course.progress().gates().stream()
                        .filter(it -> it.state() == GateState.Failed)
                        .anyMatch(it -> !before.is(it.gate(), GateState.Failed));
    }

    /** Once for each revision and gate: failing, recovering and failing again is the same news. */
    private static Effect held(StageResult course) {
        var hash = course.progress().hash();
        return new Announce(new Announcement(
                "%s-held-%s".formatted(hash, course.phase().name().toLowerCase(Locale.ROOT)),
                NewsKind.Held,
                "revision %s held: %s".formatted(hash, course.standing().sentence())));
    }

    private static Effect contested(StageResult course) {
        var hash = course.progress().hash();
        return new Announce(new Announcement(
                hash + "-contested",
                NewsKind.Held,
                "revision %s held: %s".formatted(hash, course.standing().sentence())));
    }

    private static Effect warned(StageResult course) {
        var hash = course.progress().hash();
        return new Announce(new Announcement(
                hash + "-warned-" + course.standing().waitingOn(),
                NewsKind.Warned,
                "revision %s: %s".formatted(hash, course.standing().sentence())));
    }

    private static boolean was(Optional<Memory> before, Phase phase) {
        return before.map(it -> it.phase() == phase).orElse(false);
    }

    private static Effect verified(StageResult course) {
        var hash = course.baseline().orElseThrow().hash();
        return new Announce(new Announcement(
                hash + "-verified",
                NewsKind.Verified,
                "Revision %s passed its checks and is verified.".formatted(hash)));
    }

    /** The news that a user lets the revision through a gate. */
    static Effect proceeds(StageInput now, String revision, Gate gate) {
        return new Announce(new Announcement(
                "%s-proceeded-%s".formatted(revision, gate.name().toLowerCase(Locale.ROOT)),
                NewsKind.Proceeded,
                "revision %s was let through gate %s by %s, whatever its checks say"
                        .formatted(revision, gate, now.wishes().decidedBy().orElse("somebody unknown"))));
    }

    private static Effect withdrawn(Hold hold) {
        var kind = hold.check().equals(Refusal.REJECTED) ? NewsKind.Rejected : NewsKind.Withdrawn;
        return new Announce(new Announcement(
                "%s-withdrawn-%d".formatted(hold.hash(), hold.since().getEpochSecond()),
                kind,
                Withdrawal.sentence(hold) + "; the last good revision keeps serving"));
    }
}
