package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Empty;
import dev.readygate.gate.Effect.Pause;
import dev.readygate.gate.Effect.Remove;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.GateProgressBuilder.GateStop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes back to the baseline without touching the user's template. The order matters, and each step waits until the
 * one before is seen: the GateBook holds the revision, the Deployment is paused, the revision is scaled to zero,
 * its ReplicaSet is deleted. If it were scaled down any earlier, the Deployment controller would scale it up again;
 * if it were left behind, scaling the Deployment from zero would scale it up.
 */
final class Withdrawal {
    private static final Pattern SENTENCE = Pattern.compile(about("(\\S+)") + "(.+?): (.+)", Pattern.DOTALL);

    private final StageInput input;
    private final Hold hold;
    private final Baseline baseline;
    private final Reserve reserve;

    private Withdrawal(StageInput input, Stage.Withdrawn stage) {
        this.input = input;
        this.hold = stage.hold();
        this.baseline = stage.baseline();
        this.reserve = new Reserve(input);
    }

    static StageResult of(StageInput input, Stage.Withdrawn stage) {
        return RestoreStage.underWay(input, stage).orElseGet(() -> new Withdrawal(input, stage).result());
    }

    private StageResult result() {
        var left = unverifiedLeft();
        if (cannotGoBack(left)) {
            return letGo();
        }
        var effects = inOrder(
                TemplateRedeclaration.giveBack(input),
                input.bookSays(
                        input.enforcing(input.verifiedBesides(baseline.hash())).with(hold)),
                pause(input, hold),
                paused() ? clear(left) : List.of(),
                paused() && left.isEmpty() ? TemplateRedeclaration.writeBack(input, hold) : List.of(),
                input.open(pod -> input.verified(pod.hash())));
        var phase = left.isEmpty() && paused() ? Phase.Withdrawn : Phase.Withdrawing;
        return new StageResult(
                phase, Optional.of(baseline), standing(hold), effects, failed(input, hold), Optional.empty());
    }

    /** The progress at the gate where it failed, if the report still knows which. */
    static GateProgress failed(StageInput input, Hold hold) {
        var before = input.before().of(hold.hash());
        var gate = before.is(Gate.Stay, GateState.Held, GateState.Failed) ? Gate.Stay : Gate.Serve;
        return new GateProgressBuilder(input, hold.hash())
                .at(new GateStop(gate, GateState.Failed, Optional.empty(), hold.check()), before.steps());
    }

    /** The Deployment controller stops scaling the ReplicaSets only after it has seen the pause. */
    private boolean paused() {
        var workload = input.world().workload();
        return workload.pausedByUs() && workload.observed().settled();
    }

    /**
     * A person's pause stays, and the operator writes nothing over it; when the person resumes, the operator
     * pauses.
     */
    static List<Effect> pause(StageInput input, Hold hold) {
        return input.world().workload().desired().paused() ? List.of() : List.of(new Pause(sentence(hold)));
    }

    /**
     * If no pod of the baseline is wanted, Kubernetes would scale up a ReplicaSet that is scaled to zero, so it is
     * deleted at once.
     */
    private List<Effect> clear(List<Revision> left) {
        return left.stream()
                .<Effect>map(it -> it.desired() > 0 && !reserve.isGone() ? new Empty(it) : new Remove(it))
                .toList();
    }

    /**
     * The held revision serves already because Kubernetes was faster, and the baseline has too few pods to go back
     * to, or none at all.
     */
    private boolean cannotGoBack(List<Revision> left) {
        boolean nothingLeft = input.baselineRevision().isEmpty();
        return !reserve.suffices()
                && left.stream().anyMatch(it -> it.available() > 0 || nothingLeft && it.desired() > 0);
    }

    /**
     * Judges the revision again. The hold is removed last: until then all steps can be repeated. The operator lifts
     * the pause even if it does not see one: a pause may just have been written; then this write conflicts, and the
     * operator reconciles again.
     */
    private StageResult letGo() {
        var book = input.bookSays(input.enforcing(input.verifiedBesides(baseline.hash())));
        var pause = input.pausedByAPerson() ? List.<Effect>of() : List.of(new Unpause());
        var standing = new Standing(
                ReadyReason.Serving, "It took over before it could be taken back; judged again.", "rollout");
        return new StageResult(
                Phase.Serve,
                Optional.of(baseline),
                standing,
                inOrder(pause, book),
                GateProgress.NONE,
                Optional.empty());
    }

    /** The held revision, and any other unverified one that scaling up could choose before the baseline. */
    private List<Revision> unverifiedLeft() {
        long oldest = input.baselineRevision().map(Revision::number).orElse(Long.MAX_VALUE);
        return input.world().revisions().stream()
                .filter(it -> !input.verified(it.hash()))
                .filter(it -> it.hash().equals(hold.hash()) || it.number() > oldest)
                .toList();
    }

    static String sentence(Hold hold) {
        return "%s%s: %s".formatted(about(hold.hash()), hold.check(), hold.why());
    }

    /** Parses a hold from such a sentence. */
    static Optional<Hold> hold(String sentence, Instant since) {
        return Optional.of(SENTENCE.matcher(sentence))
                .filter(Matcher::matches)
                .map(it -> new Hold(it.group(1), since, it.group(2), it.group(3)));
    }

    private static String about(String hash) {
        return "revision %s withdrawn: ".formatted(hash);
    }

    static boolean isAbout(String hash, String sentence) {
        return sentence.startsWith(about(hash));
    }

    static Standing standing(Hold hold) {
        var reason = hold.check().equals(Refusal.REJECTED) ? ReadyReason.Rejected : ReadyReason.Withdrawn;
        return new Standing(reason, sentence(hold), hold.check());
    }
}
