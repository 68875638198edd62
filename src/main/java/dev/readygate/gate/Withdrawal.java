package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Outlook;
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
 * Back to the baseline without touching what the user declared. The order matters and each step waits for the one
 * before to be seen: the book holds it, the Deployment is paused, then the revision is emptied, then removed. Emptied
 * any earlier, the Deployment controller would fill it again; left behind, scaling from zero would wake it.
 */
final class Withdrawal {
    static final String WITHDRAWN = "Withdrawn";
    private static final Pattern SENTENCE = Pattern.compile(about("(\\S+)") + "(.+?): (.+)", Pattern.DOTALL);

    private final StageInput now;
    private final Hold hold;
    private final Baseline baseline;
    private final Reserve reserve;

    private Withdrawal(StageInput now, Stage.Withdrawn stage) {
        this.now = now;
        this.hold = stage.hold();
        this.baseline = stage.baseline();
        this.reserve = new Reserve(now);
    }

    static StageResult of(StageInput now, Stage.Withdrawn stage) {
        return RestoreStage.underWay(now, stage).orElseGet(() -> new Withdrawal(now, stage).course());
    }

    private StageResult course() {
        var left = unverifiedLeft();
        if (cannotGoBack(left)) {
            return letGo();
        }
        var effects = inOrder(
                TemplateRedeclaration.giveBack(now),
                now.bookSays(now.enforcing(now.verifiedBesides(baseline.hash())).with(hold)),
                pause(now, hold),
                paused() ? clear(left) : List.of(),
                paused() && left.isEmpty() ? TemplateRedeclaration.writeBack(now, hold) : List.of(),
                now.open(pod -> now.verified(pod.hash())));
        var phase = left.isEmpty() && paused() ? Phase.Withdrawn : Phase.Withdrawing;
        return new StageResult(
                phase, Optional.of(baseline), standing(hold), effects, failed(now, hold), Optional.empty());
    }

    /** At the gate where it was turned away, if the report still knows which. */
    static GateProgress failed(StageInput now, Hold hold) {
        var before = now.before().of(hold.hash());
        var gate = before.is(Gate.Stay, GateState.Held, GateState.Failed) ? Gate.Stay : Gate.Serve;
        return new GateProgressBuilder(now, hold.hash())
                .at(new GateStop(gate, GateState.Failed, Optional.empty(), hold.check()), before.steps());
    }

    /** Only once the Deployment controller has seen our pause does it keep its hands off. */
    private boolean paused() {
        var workload = now.world().workload();
        return workload.pausedByUs() && workload.observed().settled();
    }

    /** A person's pause stays as it is, and nothing of ours is written over it; when they resume, ours takes over. */
    static List<Effect> pause(StageInput now, Hold hold) {
        return now.world().workload().desired().paused() ? List.of() : List.of(new Pause(sentence(hold)));
    }

    /** Where the last good revision has nothing to be filled, Kubernetes would fill again what is emptied: it goes at once. */
    private List<Effect> clear(List<Revision> left) {
        return left.stream()
                .<Effect>map(it -> it.desired() > 0 && !reserve.isGone() ? new Empty(it) : new Remove(it))
                .toList();
    }

    /** Kubernetes was faster: what is held serves, and too little is left to go back to, or nothing at all. */
    private boolean cannotGoBack(List<Revision> left) {
        boolean nothingLeft = now.baselineRevision().isEmpty();
        return !reserve.suffices()
                && left.stream().anyMatch(it -> it.available() > 0 || nothingLeft && it.desired() > 0);
    }

    /**
     * It is judged again as it is. The hold goes last: until then all of it can be repeated. The pause is lifted though we do
     * not see it: it may be of this moment, and then this write is refused and we look again.
     */
    private StageResult letGo() {
        var book = now.bookSays(now.enforcing(now.verifiedBesides(baseline.hash())));
        var pause = now.pausedByAPerson() ? List.<Effect>of() : List.of(new Unpause());
        var standing = new Standing(
                Outlook.Progressing, "Serving", "It took over before it could be taken back; judged again.", "rollout");
        return new StageResult(
                Phase.Serve,
                Optional.of(baseline),
                standing,
                inOrder(pause, book),
                GateProgress.NONE,
                Optional.empty());
    }

    /** The refused one, and any other that was never verified and that waking up could choose before the baseline. */
    private List<Revision> unverifiedLeft() {
        long oldest = now.baselineRevision().map(Revision::number).orElse(Long.MAX_VALUE);
        return now.world().revisions().stream()
                .filter(it -> !now.verified(it.hash()))
                .filter(it -> it.hash().equals(hold.hash()) || it.number() > oldest)
                .toList();
    }

    static String sentence(Hold hold) {
        return "%s%s: %s".formatted(about(hold.hash()), hold.check(), hold.why());
    }

    /** What such a sentence says is held. */
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
        var reason = hold.check().equals(Refusal.REJECTED) ? "Rejected" : WITHDRAWN;
        return new Standing(Outlook.Stuck, reason, sentence(hold), hold.check());
    }
}
