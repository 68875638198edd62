package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Standing;
import java.util.Optional;

/** A verified revision is declared: it depends on nothing of the operator, even when its checks fail now. */
final class VerifiedStage {
    static final Standing VERIFIED = new Standing(ReadyReason.Verified, "The declared revision is verified.", "");
    private static final Standing UNPROVEN = new Standing(
            ReadyReason.Unproven, "Taken as the baseline when Readygate met it; its checks have not passed yet.", "");

    private VerifiedStage() {}

    static StageResult of(StageInput input, Revision current) {
        var baseline = baseline(input, current);
        var book = input.bookSays(input.enforcing(
                input.verifiedBesides(baseline.map(Baseline::hash).orElse(current.hash()))));
        var standing = baseline.map(Baseline::unproven).orElse(false) ? UNPROVEN : VERIFIED;
        var result = StageResult.idle(baseline, standing, inOrder(book, input.open(pod -> input.verified(pod.hash()))));
        return standing.equals(VERIFIED)
                ? result.showing(new GateProgressBuilder(input, current.hash()).through())
                : result;
    }

    /** Going back to an older verified revision makes it the baseline, once it has taken over. */
    private static Optional<Baseline> baseline(StageInput input, Revision current) {
        var known = input.baseline().filter(it -> it.hash().equals(current.hash()));
        if (known.isPresent()) {
            return known.map(it -> it.unproven() && Promotion.due(input) ? it.proven() : it);
        }
        return input.world().workload().rolledOut()
                ? Optional.of(new Baseline(current.hash(), input.world().at(), false))
                : input.baseline();
    }
}
