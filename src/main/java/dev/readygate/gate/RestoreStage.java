package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Hold;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
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
    static final String CONTESTED = "RollbackContested";

    private final StageInput now;
    private final Hold hold;
    private final Baseline baseline;
    private final RejectedTemplate refused;

    private RestoreStage(StageInput now, Stage.Withdrawn stage, RejectedTemplate refused) {
        this.now = now;
        this.hold = stage.hold();
        this.baseline = stage.baseline();
        this.refused = refused;
    }

    static Optional<String> whatForbidsIt(StageInput now) {
        if (now.pausedByAPerson()) {
            return Optional.of("somebody paused the Deployment");
        }
        return now.baselineRevision().isPresent()
                ? Optional.empty()
                : Optional.of("the ReplicaSet of the last good revision is gone");
    }

    static StageResult begin(StageInput now, Revision candidate, Refusal refusal) {
        var baseline = now.baseline().orElseThrow();
        var target = now.baselineRevision().orElseThrow();
        var why = "%s; rolled back to revision %s".formatted(refusal.why(), target.hash());
        var hold = new Hold(candidate.hash(), now.second(), refusal.check(), why);
        var entry = now.enforcing(now.verifiedBesides(baseline.hash())).with(hold);
        return new StageResult(
                Phase.Restoring,
                Optional.of(baseline),
                standing(hold),
                List.of(new Effect.Refuse(entry, candidate.number())),
                GateProgress.NONE,
                Optional.empty());
    }

    /**
     * Empty if no rollback is under way, or if the user's template is declared and paused already and pods are
     * wanted.
     */
    static Optional<StageResult> underWay(StageInput now, Stage.Withdrawn stage) {
        return now.refused()
                .filter(it -> !TemplateRedeclaration.isParked(now) || isScaledToZero(now))
                .map(it -> new RestoreStage(now, stage, it).course());
    }

    static boolean isScaledToZero(StageInput now) {
        return now.world().workload().desired().replicas() == 0;
    }

    private StageResult course() {
        boolean mayWrite = now.world().workload().observed().settled()
                && whatForbidsIt(now).isEmpty();
        if (!mayWrite) {
            return onItsWay(List.of());
        }
        if (TemplateRedeclaration.isParked(now) || declares(hold.hash())) {
            return isContested() ? contested() : onItsWay(restore());
        }
        return onItsWay(hasTakenOver() ? putBack() : List.of());
    }

    private boolean hasTakenOver() {
        return now.baselineRevision().filter(it -> declares(it.hash())).isPresent() && Promotion.hasTakenOver(now);
    }

    private List<Effect> putBack() {
        return List.of(new Effect.PutBack(refused, Optional.of(Withdrawal.sentence(hold))));
    }

    private boolean declares(String hash) {
        return now.world().rolling().filter(it -> it.hash().equals(hash)).isPresent();
    }

    private List<Effect> restore() {
        return now.baselineRevision().<Effect>map(Restore::new).stream().toList();
    }

    /** Each time a user declares it again, its number goes up by two: one for the baseline, one for itself. */
    private boolean isContested() {
        return now.world()
                .revision(hold.hash())
                .filter(it -> it.number() >= refused.number() + 2 * CONTESTED_AT_MOST)
                .isPresent();
    }

    private StageResult contested() {
        var why = "somebody brings it in again each time, so it stays; apply another template";
        return course(Phase.Stay, stuck(CONTESTED, why), List.of());
    }

    /** At zero replicas there is no pod to wait for. */
    private StageResult onItsWay(List<Effect> step) {
        if (isScaledToZero(now)) {
            return course(Phase.Withdrawn, Withdrawal.standing(hold), step);
        }
        var standing = now.pausedByAPerson()
                ? stuck(FailedRevision.HELD, "not finished: somebody paused the Deployment")
                : standing(hold);
        return course(Phase.Restoring, standing, step);
    }

    private StageResult course(Phase phase, Standing standing, List<Effect> step) {
        var entry =
                now.enforcing(now.verifiedBesides(baseline.hash())).with(hold).refusing(refused);
        return new StageResult(
                phase,
                Optional.of(baseline),
                standing,
                inOrder(now.bookSays(entry), step, now.open(pod -> now.verified(pod.hash()))),
                Withdrawal.failed(now, hold),
                Optional.empty());
    }

    private Standing stuck(String reason, String why) {
        var sentence = "%s: %s; %s".formatted(hold.check(), hold.why(), why);
        return new Standing(Outlook.Stuck, reason, sentence, hold.check());
    }

    private static Standing standing(Hold hold) {
        return new Standing(Outlook.Progressing, "Restoring", Withdrawal.sentence(hold), hold.check());
    }
}
