package dev.readygate.gate;

import dev.readygate.facts.Baseline;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import java.util.List;

/** The state a Deployment is in. First it is named, then each state has its own file that says what follows from it. */
public sealed interface Stage {

    /** No policy enforces anything here: scores only, and whatever was held is let go. */
    record Unenforced() implements Stage {}

    /** Kubernetes has not caught up with the newest change; deciding now would be deciding about the past. */
    record Unsettled() implements Stage {}

    /** It was made from a dump of one that we held, so our pause came along; nothing of it runs, and nothing is to be held. */
    record Copied() implements Stage {}

    /** Running when we first met it: taken as it is, nothing of it is gated. */
    record Adopted(Baseline baseline, List<String> running) implements Stage {}

    /** Nothing of this Deployment was ever verified: it is scored, never gated, never taken back. */
    record FirstRevision(Revision revision) implements Stage {}

    /** A verified revision is what is declared. */
    record Settled(Revision revision) implements Stage {}

    /** A new template waits, paused, before any pod of it starts. */
    record Starting(Revision candidate, Baseline baseline) implements Stage {}

    /** A new revision's pods take traffic only one by one, as they pass. */
    record Serving(Revision candidate, Baseline baseline) implements Stage {}

    /** A new revision has taken over, and is watched under all traffic before it is verified. */
    record Staying(Revision candidate, Baseline baseline) implements Stage {}

    /** A revision was found failing, and is being taken back or has been. */
    record Withdrawn(Hold hold, Baseline baseline) implements Stage {}

    /** It was taken back, and somebody asks for one more attempt of the same. */
    record Retried(Baseline baseline) implements Stage {}
}
