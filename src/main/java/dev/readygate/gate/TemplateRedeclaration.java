package dev.readygate.gate;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Effect.GiveBack;
import dev.readygate.gate.Effect.PutBack;
import dev.readygate.gate.Effect.Refuse;
import java.util.List;
import java.util.Optional;

/**
 * A withdrawn template stays declared, and paused: no pod of it runs. Only at zero replicas the operator declares
 * the baseline's template in its place, because the operator cannot choose which revision a paused Deployment
 * scales up.
 */
final class TemplateRedeclaration {
    private TemplateRedeclaration() {}

    /** Only the operator's pause carries the annotation with its sentence; a new template removes it. */
    static boolean isParked(StageInput input) {
        return input.world().workload().held().isPresent();
    }

    /**
     * Whether the rejected template is declared, paused or not. Else the baseline's template may be declared, or
     * any other.
     */
    static boolean isDeclared(StageInput input) {
        return isParked(input)
                || input.entry()
                        .flatMap(BookEntry::hold)
                        .flatMap(it ->
                                input.world().rolling().filter(one -> one.hash().equals(it.hash())))
                        .isPresent();
    }

    /**
     * Declares the user's template again so that it rolls out. The operator waits until Kubernetes has observed the
     * declared template, which a person's pause prevents.
     */
    static List<Effect> putBack(StageInput input, RejectedTemplate refused) {
        return input.world().rolling().isPresent() && !input.pausedByAPerson()
                ? List.of(new PutBack(refused, Optional.empty()))
                : List.of();
    }

    /** The user's template was declared again after a rollback, so its fields return to their owners. */
    static List<Effect> giveBack(StageInput input) {
        return isDeclared(input)
                ? input.refused().<Effect>map(GiveBack::new).stream().toList()
                : List.of();
    }

    /**
     * The user's template while the baseline's is declared in its place, or while Kubernetes has not observed which
     * one is declared.
     */
    static Optional<RejectedTemplate> away(StageInput input) {
        return input.refused()
                .filter(it -> !isDeclared(input))
                .filter(it -> input.world()
                        .current()
                        .map(Revision::hash)
                        .map(input::verified)
                        .orElse(true));
    }

    /** The first step of declaring the baseline's template; the rollback stage does the others. */
    static List<Effect> writeBack(StageInput input, Hold hold) {
        var baseline = input.baselineRevision();
        if (!RestoreStage.isScaledToZero(input) || baseline.isEmpty()) {
            return List.of();
        }
        var entry =
                input.enforcing(input.verifiedBesides(baseline.get().hash())).with(hold);
        return List.of(new Refuse(entry, input.world().workload().observed().revisionNumber()));
    }
}
