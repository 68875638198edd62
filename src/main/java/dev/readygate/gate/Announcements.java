package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.KnownGood;
import dev.readygate.gate.Announcement.Kind;
import dev.readygate.gate.Effect.Announce;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * News, told on a change from what the report remembers. The key names the transition by facts that survive a crash, so
 * telling it again after one creates nothing new.
 */
final class Announcements {
    private Announcements() {}

    static List<Effect> tell(Situation now, Optional<Memory> before, Course course) {
        return Course.inOrder(course.effects(), news(now, before, course));
    }

    private static List<Effect> news(Situation now, Optional<Memory> before, Course course) {
        if (newlyVerified(before, course)) {
            return List.of(verified(course));
        }
        if (newlyFailed(now, course)) {
            return turnedAway(course).stream().toList();
        }
        if (course.standing().reason().equals(Restoring.CONTESTED) && !was(before, Phase.Stay)) {
            return List.of(contested(course));
        }
        if (course.phase() == Phase.Withdrawn && !was(before, Phase.Withdrawn)) {
            return now.entry().flatMap(BookEntry::hold).map(Announcements::withdrawn).stream()
                    .toList();
        }
        return List.of();
    }

    /** Told again where the report is lost: it may be lost, or never have been written, before this was told. */
    private static boolean newlyVerified(Optional<Memory> before, Course course) {
        return proven(course.baseline())
                .filter(it -> !proven(before.flatMap(Memory::baseline)).equals(Optional.of(it)))
                .isPresent();
    }

    private static Optional<String> proven(Optional<KnownGood> baseline) {
        return baseline.filter(it -> !it.unproven()).map(KnownGood::hash);
    }

    /** At a gate where nothing can be taken back, or where policies only warn. */
    private static Optional<Effect> turnedAway(Course course) {
        return switch (course.standing().reason()) {
            case Failing.HELD -> Optional.of(held(course));
            case Warning.WARNED -> Optional.of(warned(course));
            default -> Optional.empty();
        };
    }

    private static boolean newlyFailed(Situation now, Course course) {
        var before = now.before().of(course.progress().hash());
        return turnedAway(course).isPresent()
                && course.progress().gates().stream()
                        .filter(it -> it.state() == GateState.Failed)
                        .anyMatch(it -> !before.is(it.gate(), GateState.Failed));
    }

    /** Once for each revision and gate: one that fails, recovers and fails again is the same news. */
    private static Effect held(Course course) {
        var hash = course.progress().hash();
        return new Announce(new Announcement(
                "%s-held-%s".formatted(hash, course.phase().name().toLowerCase(Locale.ROOT)),
                Kind.Held,
                "revision %s held: %s".formatted(hash, course.standing().sentence())));
    }

    private static Effect contested(Course course) {
        var hash = course.progress().hash();
        return new Announce(new Announcement(
                hash + "-contested",
                Kind.Held,
                "revision %s held: %s".formatted(hash, course.standing().sentence())));
    }

    private static Effect warned(Course course) {
        var hash = course.progress().hash();
        return new Announce(new Announcement(
                hash + "-warned-" + course.standing().waitingOn(),
                Kind.Warned,
                "revision %s: %s".formatted(hash, course.standing().sentence())));
    }

    private static boolean was(Optional<Memory> before, Phase phase) {
        return before.map(it -> it.phase() == phase).orElse(false);
    }

    private static Effect verified(Course course) {
        var hash = course.baseline().orElseThrow().hash();
        return new Announce(new Announcement(
                hash + "-verified", Kind.Verified, "Revision %s passed its checks and is verified.".formatted(hash)));
    }

    /** Somebody lets it through. */
    static Effect proceeds(Situation now, String revision, Gate gate) {
        return new Announce(new Announcement(
                "%s-proceeded-%s".formatted(revision, gate.name().toLowerCase(Locale.ROOT)),
                Kind.Proceeded,
                "revision %s was let through gate %s by %s, whatever its checks say"
                        .formatted(revision, gate, now.wishes().decidedBy().orElse("somebody unknown"))));
    }

    private static Effect withdrawn(Hold hold) {
        var kind = hold.check().equals(Refusal.REJECTED) ? Kind.Rejected : Kind.Withdrawn;
        return new Announce(new Announcement(
                "%s-withdrawn-%d".formatted(hold.hash(), hold.since().getEpochSecond()),
                kind,
                TakingBack.sentence(hold) + "; the last good revision keeps serving"));
    }
}
