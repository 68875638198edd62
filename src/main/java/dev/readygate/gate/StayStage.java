package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.GateProgressBuilder.GateStop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A new revision takes all traffic. It soaks for a while, then it is verified and becomes the baseline. */
final class StayStage {
    private final StageInput input;
    private final Revision candidate;
    private final Baseline baseline;

    private StayStage(StageInput input, Revision candidate, Baseline baseline) {
        this.input = input;
        this.candidate = candidate;
        this.baseline = baseline;
    }

    static StageResult of(StageInput input, Revision candidate, Baseline baseline) {
        return new StayStage(input, candidate, baseline).result();
    }

    private StageResult result() {
        if (!input.rules().soaks() || input.isRestarted(candidate)) {
            return verified();
        }
        if (input.wishes().proceeds(candidate.hash())) {
            return verified().after(List.of(Announcements.proceeds(input, candidate.hash(), Gate.Stay)));
        }
        return Refusal.of(input, candidate, List.of(Gate.Serve, Gate.Stay))
                .map(it -> new FailedRevision(input, candidate, baseline).at(Gate.Stay, it, open()))
                .orElseGet(() -> isOver() && Promotion.due(input) ? verified() : watched());
    }

    private StageResult verified() {
        var promoted = new Baseline(candidate.hash(), input.world().at(), false);
        var book = input.bookSays(input.enforcing(input.verifiedBesides(candidate.hash())));
        return StageResult.idle(
                        Optional.of(promoted),
                        VerifiedStage.VERIFIED,
                        inOrder(book, input.openVerifiedAnd(candidate.hash())))
                .showing(new GateProgressBuilder(input, candidate.hash()).through());
    }

    private StageResult watched() {
        var soak = input.rules().rollout().soak();
        var standing = new Standing(
                ReadyReason.Soaking,
                "It takes all traffic, and is watched for %s before it is verified.".formatted(soak),
                Optional.of(Promotion.waitingOn(input))
                        .filter(it -> !it.isEmpty())
                        .orElse("soak"));
        var book = input.bookSays(input.enforcing(input.verifiedBesides(baseline.hash())));
        var stop = new GateStop(Gate.Stay, GateState.Held, Optional.of(end()), standing.waitingOn());
        return new StageResult(
                Phase.Stay,
                Optional.of(baseline),
                standing,
                inOrder(book, open()),
                new GateProgressBuilder(input, candidate.hash())
                        .at(stop, input.before().of(candidate.hash()).steps()),
                isOver() ? Optional.empty() : Optional.of(end()));
    }

    /**
     * It passed gate Serve, so each of its pods serves as soon as it passes itself, also while checks of gate Stay
     * fail.
     */
    private List<Effect> open() {
        return input.open(pod -> input.verified(pod.hash())
                || pod.hash().equals(candidate.hash())
                        && pod.state().containersReady()
                        && ServeStage.passesServe(input, pod));
    }

    private boolean isOver() {
        return !input.world().at().isBefore(end());
    }

    private Instant end() {
        return input.before()
                .of(candidate.hash())
                .at(Gate.Stay)
                .filter(it -> it.state() != GateState.Pending)
                .map(GateStatus::since)
                .orElseGet(input::second)
                .plus(input.rules().rollout().soak().toDuration());
    }
}
