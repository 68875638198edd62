package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Hold;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.PutBack;
import dev.readygate.gate.Effect.Refuse;
import dev.readygate.gate.Effect.Restore;
import java.util.List;
import java.util.Optional;

/**
 * Rolls back to a baseline that has too few pods: the operator declares the baseline's template, Kubernetes rolls
 * back to it, then the operator declares the user's template again, paused. Each step waits until the one before is
 * seen: the GateBook rejects and keeps the user's template, the baseline's is declared, it has taken over, the
 * user's is declared again and paused. From there it is as after a withdrawal.
 */
final class RestoreStage {
    private static final int CONTESTED_AT_MOST = 2;

    private final StageInput input;
    private final Hold hold;
    private final Baseline baseline;
    private final RejectedTemplate refused;

    private RestoreStage(StageInput input, Stage.Withdrawn stage, RejectedTemplate refused) {
        this.input = input;
        this.hold = stage.hold();
        this.baseline = stage.baseline();
        this.refused = refused;
    }

    static Optional<String> whatForbidsIt(StageInput input) {
        if (input.pausedByAPerson()) {
            return Optional.of("somebody paused the Deployment");
        }
        return input.baselineRevision().isPresent()
                ? Optional.empty()
                : Optional.of("the ReplicaSet of the last good revision is gone");
    }

    static StageResult begin(StageInput input, Revision candidate, Refusal refusal) {
        var baseline = input.baseline().orElseThrow();
        var target = input.baselineRevision().orElseThrow();
        var why = "%s; rolled back to revision %s".formatted(refusal.why(), target.hash());
        var hold = new Hold(candidate.hash(), input.second(), refusal.check(), why);
        var entry = input.enforcing(input.verifiedBesides(baseline.hash())).with(hold);
        return new StageResult(
                Phase.Restoring,
                Optional.of(baseline),
                standing(hold),
                List.of(new Refuse(entry, candidate.number())),
                GateProgress.NONE,
                Optional.empty());
    }

    /**
     * Empty if no rollback is under way, or if the user's template is declared and paused already and pods are
     * wanted.
     */
    static Optional<StageResult> underWay(StageInput input, Stage.Withdrawn stage) {
        return input.refused()
                .filter(it -> !TemplateRedeclaration.isParked(input) || isScaledToZero(input))
                .map(it -> new RestoreStage(input, stage, it).result());
    }

    static boolean isScaledToZero(StageInput input) {
        return input.world().workload().desired().replicas() == 0;
    }

    private StageResult result() {
        boolean mayWrite = input.world().workload().observed().settled()
                && whatForbidsIt(input).isEmpty();
        if (!mayWrite) {
            return onItsWay(List.of());
        }
        if (TemplateRedeclaration.isParked(input) || declares(hold.hash())) {
            return isContested() ? contested() : onItsWay(restore());
        }
        return onItsWay(hasTakenOver() ? putBack() : List.of());
    }

    private boolean hasTakenOver() {
        return input.baselineRevision().filter(it -> declares(it.hash())).isPresent() && Promotion.hasTakenOver(input);
    }

    private List<Effect> putBack() {
        return List.of(new PutBack(refused, Optional.of(Withdrawal.sentence(hold))));
    }

    private boolean declares(String hash) {
        return input.world().rolling().filter(it -> it.hash().equals(hash)).isPresent();
    }

    private List<Effect> restore() {
        return input.baselineRevision().<Effect>map(Restore::new).stream().toList();
    }

    /** Each time a user declares it again, its number goes up by two: one for the baseline, one for itself. */
    private boolean isContested() {
        return input.world()
                .revision(hold.hash())
                .filter(it -> it.number() >= refused.number() + 2 * CONTESTED_AT_MOST)
                .isPresent();
    }

    private StageResult contested() {
        var why = "somebody brings it in again each time, so it stays; apply another template";
        return result(Phase.Stay, stuck(ReadyReason.RollbackContested, why), List.of());
    }

    /** At zero replicas there is no pod to wait for. */
    private StageResult onItsWay(List<Effect> step) {
        if (isScaledToZero(input)) {
            return result(Phase.Withdrawn, Withdrawal.standing(hold), step);
        }
        var standing = input.pausedByAPerson()
                ? stuck(ReadyReason.Held, "not finished: somebody paused the Deployment")
                : standing(hold);
        return result(Phase.Restoring, standing, step);
    }

    private StageResult result(Phase phase, Standing standing, List<Effect> step) {
        var entry = input.enforcing(input.verifiedBesides(baseline.hash()))
                .with(hold)
                .refusing(refused);
        return new StageResult(
                phase,
                Optional.of(baseline),
                standing,
                inOrder(input.bookSays(entry), step, input.open(pod -> input.verified(pod.hash()))),
                Withdrawal.failed(input, hold),
                Optional.empty());
    }

    private Standing stuck(ReadyReason reason, String why) {
        var sentence = "%s: %s; %s".formatted(hold.check(), hold.why(), why);
        return new Standing(reason, sentence, hold.check());
    }

    private static Standing standing(Hold hold) {
        return new Standing(ReadyReason.Restoring, Withdrawal.sentence(hold), hold.check());
    }
}
