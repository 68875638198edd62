package dev.readygate.gate;

import static dev.readygate.gate.Course.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.Hold;
import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Rule.Bearing;
import dev.readygate.gate.Situation.Answer;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A new revision is being rolled out: each of its pods takes traffic when its checks pass, none before. */
final class Serving {
    private final Situation now;
    private final Revision candidate;
    private final KnownGood baseline;

    private Serving(Situation now, Stage.Serving stage) {
        this.now = now;
        this.candidate = stage.candidate();
        this.baseline = stage.baseline();
    }

    static Course of(Situation now, Stage.Serving stage) {
        return new Serving(now, stage).course();
    }

    private Course course() {
        var refusal = refusal();
        if (refusal.isPresent()) {
            return failing(refusal.get());
        }
        return Promotion.due(now) ? verified() : opening();
    }

    private Optional<Answer> refusal() {
        return now.answers().at(Gate.Serve).stream()
                .filter(it -> it.bearing() == Bearing.Refuses)
                .findFirst();
    }

    private Course verified() {
        var promoted = new KnownGood(candidate.hash(), now.world().at(), false);
        var book = now.bookSays(now.enforcing(now.verifiedBesides(candidate.hash())));
        return Course.idle(Optional.of(promoted), Running.VERIFIED, inOrder(book, now.open(pod -> true)));
    }

    private Course opening() {
        var effects = inOrder(
                now.bookSays(now.enforcing(now.verifiedBesides(baseline.hash()))),
                now.open(pod -> now.verified(pod.hash()) || mayServe(pod)));
        return new Course(Phase.Serve, Optional.of(baseline), onItsWay(), effects);
    }

    private Standing onItsWay() {
        return now.world().workload().desired().replicas() == 0
                ? new Standing(
                        Outlook.Unjudged, "ScaledToZero", "Scaled to zero; it is judged when its first pods start.", "")
                : new Standing(
                        Outlook.Progressing,
                        "Serving",
                        "New pods take traffic one by one, as they pass.",
                        Promotion.waitingOn(now));
    }

    private boolean mayServe(Pod pod) {
        return pod.hash().equals(candidate.hash()) && pod.state().containersReady() && passes(pod);
    }

    private boolean passes(Pod pod) {
        var subject = now.answers().subject();
        return now.rules().at(Gate.Serve).stream()
                .allMatch(it -> it.bearing(it.check().evaluate(subject, pod)) == Bearing.LetsPass);
    }

    private Course failing(Answer refusal) {
        return switch (now.rules().onFailure()) {
            case Withdraw, Rollback ->
                whatForbidsGoingBack()
                        .map(it -> held(refusal, "; not taken back: " + it))
                        .orElseGet(() -> withdrawing(refusal));
            case Hold, Notify -> held(refusal, "");
        };
    }

    /** The baseline must be able to carry what was promised by itself, or taking the candidate away would cost pods. */
    private Optional<String> whatForbidsGoingBack() {
        if (now.pausedByAPerson()) {
            return Optional.of("somebody paused the Deployment");
        }
        return baselineAvailable() >= needed() ? Optional.empty() : Optional.of(tooFew());
    }

    private int needed() {
        return Math.max(1, now.world().workload().availabilityFloor());
    }

    private int baselineAvailable() {
        return now.baselineRevision().map(Revision::available).orElse(0);
    }

    private String tooFew() {
        return "%d pods of the last good revision %s are available, and it takes %d"
                .formatted(baselineAvailable(), baseline.hash(), needed());
    }

    private Course withdrawing(Answer refusal) {
        var hold = new Hold(
                candidate.hash(),
                now.world().at().truncatedTo(ChronoUnit.SECONDS),
                refusal.rule().name(),
                refusal.finding().message());
        var entry = now.enforcing(now.verifiedBesides(baseline.hash())).with(hold);
        return new Course(
                Phase.Withdrawing,
                Optional.of(baseline),
                TakingBack.standing(hold),
                inOrder(now.bookSays(entry), TakingBack.pause(now, hold)));
    }

    private Course held(Answer refusal, String andWhy) {
        var name = refusal.rule().name();
        var standing = new Standing(
                Outlook.Stuck, "Held", name + ": " + refusal.finding().message() + andWhy, name);
        var effects = inOrder(
                now.bookSays(now.enforcing(now.verifiedBesides(baseline.hash()))),
                now.open(pod -> now.verified(pod.hash())));
        return new Course(Phase.Serve, Optional.of(baseline), standing, effects);
    }
}
