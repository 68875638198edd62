package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Baseline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the facts.
 *
 * @param provisional Kubernetes is still catching up: what cannot be wrong is done, nothing is reported, and samplers go
 *     on as they were
 * @param lookAgainAt when time alone will change the decision
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
     * How the declared revision stands, in words.
     *
     * @param outlook whether anything is left to be done, and by whom
     * @param reason one word for machines
     * @param sentence one sentence for people
     * @param waitingOn the name of what keeps the rollout where it is, empty when nothing does
     */
    public record Standing(Outlook outlook, String reason, String sentence, String waitingOn) {
        public Standing {
            requireNonNull(outlook, "outlook");
            requireNonNull(reason, "reason");
            requireNonNull(sentence, "sentence");
            requireNonNull(waitingOn, "waitingOn");
        }
    }

    /** What to expect of the declared revision without anybody doing anything. */
    public enum Outlook {
        /** It is verified and runs. */
        Verified,
        /** It is on its way. */
        Progressing,
        /** It will stay as it is until a person acts. */
        Stuck,
        /** Nobody asked for it to be verified. */
        Unjudged
    }
}
