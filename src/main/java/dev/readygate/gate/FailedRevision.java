package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.GateProgressBuilder.GateStop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision that failed at a gate. The operator withdraws it or rolls it back where this leaves enough pods,
 * otherwise it holds the revision where it is.
 */
record FailedRevision(StageInput input, Revision candidate, Baseline baseline) {
    /** @param open the effects that open the gate of pods which may serve while the revision is held */
    StageResult at(Gate gate, Refusal refusal, List<Effect> open) {
        return switch (input.rules().rollout().onFailure()) {
            case Withdraw ->
                whatForbidsGoingBack()
                        .map(it -> held(gate, refusal, "; not taken back: " + it, open))
                        .orElseGet(() -> withdrawing(gate, refusal));
            case Rollback ->
                whatForbidsGoingBack().isEmpty() ? withdrawing(gate, refusal) : restoring(gate, refusal, open);
            case Hold, Notify -> held(gate, refusal, "", open);
        };
    }

    /** The baseline must provide the available pods that the Deployment requires, or a withdrawal would cost pods. */
    private Optional<String> whatForbidsGoingBack() {
        if (input.pausedByAPerson()) {
            return Optional.of("somebody paused the Deployment");
        }
        var reserve = new Reserve(input);
        return reserve.suffices()
                ? Optional.empty()
                : Optional.of("%d pods of the last good revision %s are available, and it takes %d"
                        .formatted(reserve.pods(), baseline.hash(), reserve.needed()));
    }

    private StageResult withdrawing(Gate gate, Refusal refusal) {
        var hold = new Hold(candidate.hash(), input.second(), refusal.check(), refusal.why());
        var entry = input.enforcing(input.verifiedBesides(baseline.hash())).with(hold);
        return new StageResult(
                Phase.Withdrawing,
                Optional.of(baseline),
                Withdrawal.standing(hold),
                inOrder(input.bookSays(entry), Withdrawal.pause(input, hold)),
                failed(gate, refusal, Optional.empty()),
                Optional.empty());
    }

    private StageResult restoring(Gate gate, Refusal refusal, List<Effect> open) {
        return RestoreStage.whatForbidsIt(input)
                .map(it -> held(gate, refusal, "; not rolled back: " + it, open))
                .orElseGet(() ->
                        RestoreStage.begin(input, candidate, refusal).showing(failed(gate, refusal, Optional.empty())));
    }

    private StageResult held(Gate gate, Refusal refusal, String andWhy, List<Effect> open) {
        var standing = new Standing(ReadyReason.Held, refusal.check() + ": " + refusal.why() + andWhy, refusal.check());
        var book = input.bookSays(input.enforcing(input.verifiedBesides(baseline.hash())));
        return new StageResult(
                gate == Gate.Stay ? Phase.Stay : Phase.Serve,
                Optional.of(baseline),
                standing,
                inOrder(book, open),
                failed(gate, refusal, deadline(gate)),
                Optional.empty());
    }

    /**
     * A revision that ran out of time keeps its deadline, so that it is still out of time at the next
     * reconciliation.
     */
    private Optional<Instant> deadline(Gate gate) {
        return input.before()
                .of(candidate.hash())
                .at(gate)
                .filter(_ -> gate == Gate.Serve)
                .map(GateStatus::deadline);
    }

    private GateProgress failed(Gate gate, Refusal refusal, Optional<Instant> until) {
        return new GateProgressBuilder(input, candidate.hash())
                .at(
                        new GateStop(gate, GateState.Failed, until, refusal.check()),
                        input.before().of(candidate.hash()).steps());
    }
}
