package dev.readygate.gate;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import java.util.List;
import java.util.Optional;

/**
 * What was taken back is declared still, and paused: nothing runs of it. Only while nothing at all runs the baseline's
 * template is declared in its place, because what a paused Deployment wakes up is not ours to choose.
 */
final class TemplateRedeclaration {
    private TemplateRedeclaration() {}

    /** Only a pause of ours has a sentence, and whoever declares another template takes it off. */
    static boolean isParked(StageInput now) {
        return now.world().workload().held().isPresent();
    }

    /** The refused template is what is declared, parked or not; the baseline's may be, too, and anything else. */
    static boolean isDeclared(StageInput now) {
        return isParked(now)
                || now.entry()
                        .flatMap(BookEntry::hold)
                        .flatMap(it ->
                                now.world().rolling().filter(one -> one.hash().equals(it.hash())))
                        .isPresent();
    }

    /** To roll out. Nobody knows what is declared before Kubernetes has seen it, which a person's pause keeps it from. */
    static List<Effect> putBack(StageInput now, RejectedTemplate refused) {
        return now.world().rolling().isPresent() && !now.pausedByAPerson()
                ? List.of(new Effect.PutBack(refused, Optional.empty()))
                : List.of();
    }

    /** It was restored, and put back just now. */
    static List<Effect> giveBack(StageInput now) {
        return isDeclared(now)
                ? now.refused().<Effect>map(Effect.GiveBack::new).stream().toList()
                : List.of();
    }

    /** The baseline's template stands where the user's is to be, or Kubernetes has not said yet. */
    static Optional<RejectedTemplate> away(StageInput now) {
        return now.refused()
                .filter(it -> !isDeclared(now))
                .filter(it -> now.world()
                        .current()
                        .map(Revision::hash)
                        .map(now::verified)
                        .orElse(true));
    }

    /** The first step of it; from there it goes as a restore does. */
    static List<Effect> writeBack(StageInput now, Hold hold) {
        var baseline = now.baselineRevision();
        if (!RestoreStage.isScaledToZero(now) || baseline.isEmpty()) {
            return List.of();
        }
        var entry = now.enforcing(now.verifiedBesides(baseline.get().hash())).with(hold);
        return List.of(
                new Effect.Refuse(entry, now.world().workload().observed().revisionNumber()));
    }
}
