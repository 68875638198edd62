package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Baseline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of a decision about one Deployment.
 *
 * @param provisional Kubernetes is still catching up: the operator carries out the effects, which are right in any
 *     case, writes no report and leaves the samplers as they are
 * @param lookAgainAt when time alone changes the decision
 */
public record Decision(
        boolean provisional,
        Phase phase,
        Optional<Baseline> baseline,
        Standing standing,
        List<Finding> findings,
        List<Ask> asks,
        List<Effect> effects,
        GateProgress progress,
        Optional<Instant> lookAgainAt) {

    public Decision {
        requireNonNull(phase, "phase");
        requireNonNull(baseline, "baseline");
        requireNonNull(standing, "standing");
        requireNonNull(progress, "progress");
        requireNonNull(lookAgainAt, "lookAgainAt");
        findings = List.copyOf(findings);
        asks = List.copyOf(asks);
        effects = List.copyOf(effects);
    }

    /**
     * The state of the declared revision in words.
     *
     * @param sentence one sentence for people
     * @param waitingOn the name of the check or step that keeps the rollout where it is, empty when none does
     */
    public record Standing(ReadyReason reason, String sentence, String waitingOn) {
        public Standing {
            requireNonNull(reason, "reason");
            requireNonNull(sentence, "sentence");
            requireNonNull(waitingOn, "waitingOn");
        }

        /** Whether something is left to do, and whether it takes a person. */
        public Outlook outlook() {
            return reason.outlook();
        }
    }
}
