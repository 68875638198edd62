package dev.readygate.gate;

import static dev.readygate.gate.StageResult.inOrder;

import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.gate.Decision.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;

/** A revision that ran before the operator met the Deployment is the baseline, unproven until its checks pass. */
final class AdoptStage {
    private AdoptStage() {}

    static StageResult of(StageInput input, Stage.Adopted adopted) {
        var verified = new LinkedHashSet<String>();
        verified.add(adopted.baseline().hash());
        verified.addAll(adopted.running());
        var standing =
                new Standing(ReadyReason.Adopted, "Was running before Readygate met it; taken as the baseline.", "");
        return StageResult.idle(
                Optional.of(adopted.baseline()),
                standing,
                inOrder(
                        input.bookSays(input.enforcing(new ArrayList<>(verified))),
                        input.open(pod -> verified.contains(pod.hash()))));
    }
}
