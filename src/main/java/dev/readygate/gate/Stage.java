package dev.readygate.gate;

import dev.readygate.facts.Baseline;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import java.util.List;

/** The state of a Deployment. StageOf names it first; then a file for each state decides what follows from it. */
public sealed interface Stage {

    /** No policy enforces a gate here: the Deployment is only scored, and every hold is released. */
    record Unenforced() implements Stage {}

    /** Kubernetes has not caught up with the newest change; a decision now would be about the past. */
    record Unsettled() implements Stage {}

    /**
     * It was created from the manifest of a held Deployment, so the operator's pause came along; no pod of it runs,
     * and nothing is to be held.
     */
    record Copied() implements Stage {}

    /** It ran when the operator first met it: it is taken as it is, and no gate holds it. */
    record Adopted(Baseline baseline, List<String> running) implements Stage {}

    /** No revision of this Deployment was ever verified: it is scored, never gated, never withdrawn. */
    record FirstRevision(Revision revision) implements Stage {}

    /** The declared revision is verified. */
    record Settled(Revision revision) implements Stage {}

    /** A new template waits, paused, before any pod of it starts. */
    record Starting(Revision candidate, Baseline baseline) implements Stage {}

    /** Pods of a new revision take traffic one by one, as they pass. */
    record Serving(Revision candidate, Baseline baseline) implements Stage {}

    /** A new revision has taken over, and is watched under all traffic before it is verified. */
    record Staying(Revision candidate, Baseline baseline) implements Stage {}

    /** A revision failed and is being withdrawn, or has been. */
    record Withdrawn(Hold hold, Baseline baseline) implements Stage {}

    /** It was withdrawn, and a user asks for one more attempt with the same revision. */
    record Retried(Baseline baseline) implements Stage {}
}
