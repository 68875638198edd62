package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.GateProgressBuilder.GateStop;
import dev.readygate.gate.GateRule.Bearing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A new revision is being rolled out: its pods take traffic when they pass, step by step, and none before. */
final class ServeStage {
    private final StageInput input;
    private final Revision candidate;
    private final Baseline baseline;
    private final Steps steps;

    private ServeStage(StageInput input, Stage.Serving stage) {
        this.input = input;
        this.candidate = stage.candidate();
        this.baseline = stage.baseline();
        this.steps = Steps.of(input, candidate);
    }

    static StageResult of(StageInput input, Stage.Serving stage) {
        return new ServeStage(input, stage).result();
    }

    private StageResult result() {
        if (input.wishes().proceeds(candidate.hash())) {
            return letThrough();
        }
        if (LatePause.start(input, candidate)) {
            return LatePause.park(input, candidate, baseline);
        }
        var refusal = Refusal.of(input, candidate, List.of(Gate.Serve));
        if (refusal.isPresent()) {
            return failing(refusal.get());
        }
        if (Promotion.isServed(input) && steps.areDone()) {
            return StayStage.of(input, candidate, baseline);
        }
        return isOverdue() ? overdue() : opening(this::mayServe, waiting());
    }

    /** A user lets it through: every pod whose containers are ready serves at once. */
    private StageResult letThrough() {
        var told = input.before().of(candidate.hash()).is(Gate.Serve, GateState.Skipped)
                ? List.<Effect>of()
                : List.of(Announcements.proceeds(input, candidate.hash(), Gate.Serve));
        var standing = new Standing(
                ReadyReason.Proceeding,
                "Let through gate Serve by %s; its pods take traffic as they come up."
                        .formatted(input.wishes().decider()),
                "rollout");
        if (Promotion.hasTakenOver(input)) {
            return StayStage.of(input, candidate, baseline).after(told);
        }
        var effects = inOrder(
                told,
                input.bookSays(input.enforcing(input.verifiedBesides(baseline.hash()))),
                input.open(pod -> servedBefore(pod) || isUp(pod)));
        var stop = new GateStop(Gate.Serve, GateState.Skipped, Optional.empty(), standing.waitingOn());
        var progress = new GateProgressBuilder(input, candidate.hash()).at(stop, steps.statuses());
        return new StageResult(Phase.Serve, Optional.of(baseline), standing, effects, progress, Optional.empty());
    }

    private boolean isUp(Pod pod) {
        return pod.hash().equals(candidate.hash()) && pod.state().containersReady();
    }

    private StageResult failing(Refusal refusal) {
        return new FailedRevision(input, candidate, baseline).at(Gate.Serve, refusal, input.open(this::servedBefore));
    }

    /**
     * Pods of revisions that served before the candidate came, also if they were superseded before they were
     * verified. A pod that replaces a serving pod may serve if it passes itself; and so may any such pod while too
     * few verified pods are wanted.
     */
    static boolean servedBefore(StageInput input, Pod pod, String candidate) {
        boolean superseded = !isOf(input, candidate, pod) && pod.state().containersReady();
        return input.verified(pod.hash())
                || superseded && (serves(input, pod.hash()) || new Reserve(input).isShort()) && passesServe(input, pod);
    }

    /** Also if the candidate waits at gate Start under a pending name, and some of its pods started before. */
    private static boolean isOf(StageInput input, String candidate, Pod pod) {
        var declared = input.world().revision(candidate);
        return pod.hash().equals(candidate)
                || input.world()
                        .revision(pod.hash())
                        .filter(it -> declared.filter(it::declaresWhat).isPresent())
                        .isPresent();
    }

    private boolean servedBefore(Pod pod) {
        return servedBefore(input, pod, candidate.hash());
    }

    private static boolean serves(StageInput input, String hash) {
        return input.world().podsOf(hash).stream().anyMatch(it -> it.state().gate() == PodGate.Open);
    }

    /** At zero replicas no pod can answer, so nothing is overdue. */
    private boolean isOverdue() {
        return !isScaledToZero() && !input.world().at().isBefore(deadline());
    }

    private StageResult overdue() {
        var waited = input.rules().rollout().waitAtMost().serve();
        return switch (input.rules().rollout().onTimeout()) {
            case KeepWaiting ->
                opening(
                        this::mayServe,
                        new Standing(
                                ReadyReason.TimedOut,
                                "Not through gate Serve after %s; it waits on.".formatted(waited),
                                waitingOn()));
            case Withdraw -> failing(new Refusal(waitingOn(), "not through gate Serve after %s".formatted(waited)));
            case Proceed ->
                Promotion.hasTakenOver(input)
                        ? StayStage.of(input, candidate, baseline)
                        : opening(pod -> true, waiting());
        };
    }

    private StageResult opening(Predicate<Pod> mayServe, Standing standing) {
        var effects = inOrder(
                input.bookSays(input.enforcing(input.verifiedBesides(baseline.hash()))),
                input.open(this::servedBefore),
                open(mayServe));
        return new StageResult(Phase.Serve, Optional.of(baseline), standing, effects, progress(standing), again());
    }

    /** Opens as many of the candidate's pods as the current step allows. */
    private List<Effect> open(Predicate<Pod> mayServe) {
        var waiting = input.world().podsOf(candidate.hash()).stream()
                .filter(pod -> pod.state().containersReady() && mayServe.test(pod))
                .sorted(Comparator.comparing(Pod::name))
                .map(Pod::uid)
                .toList();
        return input.open(pod -> waiting.contains(pod.uid())).stream()
                .limit(steps.mayOpen())
                .toList();
    }

    private boolean mayServe(Pod pod) {
        return passesServe(input, pod);
    }

    /** Judges a pod by its own answers alone: answers of other pods are not its fault. */
    static boolean passesServe(StageInput input, Pod pod) {
        var subject = input.answers().subject();
        return input.rules().at(Gate.Serve).stream()
                .allMatch(it -> it.bearing(it.check().evaluate(subject, pod)) == Bearing.LetsPass);
    }

    private Standing waiting() {
        return isScaledToZero()
                ? new Standing(ReadyReason.ScaledToZero, "Scaled to zero; it is judged when its first pods start.", "")
                : new Standing(ReadyReason.Serving, steps.sentence(), waitingOn());
    }

    private boolean isScaledToZero() {
        return input.world().workload().desired().replicas() == 0;
    }

    private String waitingOn() {
        return steps.underWay().filter(it -> steps.pass()).orElseGet(() -> Promotion.waitingOn(input));
    }

    private GateProgress progress(Standing standing) {
        var state = standing.reason() == ReadyReason.TimedOut ? GateState.TimedOut : GateState.Held;
        return standing.reason() == ReadyReason.ScaledToZero
                ? GateProgress.NONE
                : new GateProgressBuilder(input, candidate.hash())
                        .at(
                                new GateStop(Gate.Serve, state, Optional.of(deadline()), standing.waitingOn()),
                                steps.statuses());
    }

    /** The deadline does not move while the state of the gate changes. */
    private Instant deadline() {
        return input.before()
                .of(candidate.hash())
                .at(Gate.Serve)
                .map(GateStatus::deadline)
                .orElseGet(() -> input.second()
                        .plus(input.rules().rollout().waitAtMost().serve().toDuration()));
    }

    private Optional<Instant> again() {
        return Stream.concat(Stream.of(deadline()), steps.again().stream())
                .filter(it -> it.isAfter(input.world().at()))
                .min(Comparator.naturalOrder());
    }
}
