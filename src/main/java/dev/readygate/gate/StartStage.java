package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.GateProgressBuilder.GateStop;
import dev.readygate.gate.StageInput.GateFinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A new template waits, paused, before any pod of it starts; the revision before keeps serving. The template passes
 * when the checks of gate Start pass. A failing check only holds it, and it goes on if the check recovers. It is
 * withdrawn, until another template comes, only if a user rejects it or it runs out of time.
 */
final class StartStage {
    private final StageInput input;
    private final Revision candidate;
    private final Baseline baseline;

    private StartStage(StageInput input, Stage.Starting stage) {
        this.input = input;
        this.candidate = stage.candidate();
        this.baseline = stage.baseline();
    }

    static StageResult of(StageInput input, Stage.Starting stage) {
        return new StartStage(input, stage).result();
    }

    private StageResult result() {
        if (input.world().workload().isMarkedForAnother()) {
            return LatePause.park(input, candidate, baseline);
        }
        if (input.wishes().proceeds(name())) {
            return letThrough();
        }
        var rejected = Refusal.byPeople(input, name());
        if (rejected.isPresent()) {
            return turnedAway(rejected.get());
        }
        if (bookedHold().isPresent()) {
            return gone(bookedHold().get());
        }
        if (input.startedBefore(candidate) || Promotion.letsPass(answers())) {
            return letGo(GateState.Passed, List.of());
        }
        return byChecks().map(this::held).orElseGet(() -> isOverdue() ? overdue() : waiting());
    }

    private String name() {
        return candidate.hash();
    }

    private List<GateFinding> answers() {
        return input.answers().at(Gate.Start);
    }

    private Optional<Refusal> byChecks() {
        return Refusal.byChecks(input, List.of(Gate.Start)).findFirst();
    }

    private Optional<Hold> bookedHold() {
        return input.entry().flatMap(BookEntry::hold).filter(it -> it.hash().equals(name()));
    }

    private StageResult letThrough() {
        var told = Announcements.proceeds(input, name(), Gate.Start);
        return letGo(GateState.Skipped, List.of(told));
    }

    /** Emits the Event before the unpause: after the unpause nothing would. */
    private StageResult letGo(GateState state, List<Effect> told) {
        var standing =
                new Standing(ReadyReason.Starting, "Through gate Start; its first pods are being started.", "rollout");
        return at(standing, state, inOrder(told, List.of(new Unpause())), Optional.empty());
    }

    private StageResult held(Refusal refusal) {
        var standing = new Standing(
                ReadyReason.Held,
                refusal.check() + ": " + refusal.why() + "; no pod of it has started",
                refusal.check());
        return at(standing, GateState.Failed, List.of(), Optional.empty());
    }

    private StageResult waiting() {
        return at(
                new Standing(ReadyReason.WaitingToStart, "No pod of it starts yet: " + why(), waitingOn()),
                GateState.Held,
                List.of(),
                Optional.of(deadline()));
    }

    private StageResult overdue() {
        var waited = input.rules().rollout().waitAtMost().start();
        var late = "not through gate Start after %s".formatted(waited);
        return switch (input.rules().rollout().onTimeout()) {
            case KeepWaiting ->
                at(
                        new Standing(
                                ReadyReason.TimedOut, "N" + late.substring(1) + "; it waits on: " + why(), waitingOn()),
                        GateState.TimedOut,
                        List.of(),
                        Optional.empty());
            case Withdraw -> turnedAway(new Refusal(waitingOn(), late));
            case Proceed -> letGo(GateState.TimedOut, List.of());
        };
    }

    private Optional<GateFinding> first() {
        return answers().stream()
                .filter(it -> it.bearing() != GateRule.Bearing.LetsPass)
                .findFirst();
    }

    private String waitingOn() {
        return first().map(it -> it.rule().name()).orElse("");
    }

    private String why() {
        return first().map(it -> it.rule().name() + ": " + it.finding().message())
                .orElse("");
    }

    /** Writes the hold to the GateBook first, so that a crash does not lose it; the Deployment stays paused. */
    private StageResult turnedAway(Refusal refusal) {
        var hold = bookedHold()
                .filter(it -> it.check().equals(refusal.check()))
                .orElseGet(() -> new Hold(name(), input.second(), refusal.check(), refusal.why()));
        return gone(hold);
    }

    private StageResult gone(Hold hold) {
        var booked = bookedHold().equals(Optional.of(hold));
        var book = input.bookSays(enforcing().with(hold));
        return new StageResult(
                booked ? Phase.Withdrawn : Phase.Withdrawing,
                Optional.of(baseline),
                Withdrawal.standing(hold),
                inOrder(book, openOthers()),
                progress(GateState.Failed, hold.check(), Optional.empty()),
                Optional.empty());
    }

    private StageResult at(Standing standing, GateState state, List<Effect> effects, Optional<Instant> again) {
        return new StageResult(
                Phase.Start,
                Optional.of(baseline),
                standing,
                inOrder(input.bookSays(enforcing()), openOthers(), effects),
                progress(state, standing.waitingOn(), Optional.of(deadline())),
                again);
    }

    private BookEntry enforcing() {
        return input.enforcing(input.verifiedBesides(baseline.hash()));
    }

    private List<Effect> openOthers() {
        return input.open(pod -> ServeStage.servedBefore(input, pod, name()));
    }

    private GateProgress progress(GateState state, String waitingOn, Optional<Instant> until) {
        return new GateProgressBuilder(input, name()).at(new GateStop(Gate.Start, state, until, waitingOn), List.of());
    }

    private boolean isOverdue() {
        return !input.world().at().isBefore(deadline());
    }

    /** The deadline does not move while the state of the gate changes. */
    private Instant deadline() {
        return input.before()
                .of(name())
                .at(Gate.Start)
                .map(GateStatus::deadline)
                .orElseGet(() -> input.second()
                        .plus(input.rules().rollout().waitAtMost().start().toDuration()));
    }
}
