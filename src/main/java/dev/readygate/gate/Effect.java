package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Pod;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import java.util.Optional;

/**
 * A change to the cluster, as a value. The operator can carry out each of them twice without harm, and asks for one
 * only while the facts say that it is still missing.
 */
public sealed interface Effect {

    /**
     * Tell the API server which revisions are verified, gated and held. An empty entry removes the Deployment from
     * the GateBook.
     */
    record WriteBook(Optional<BookEntry> entry) implements Effect {
        public WriteBook {
            requireNonNull(entry, "entry");
        }
    }

    /** Let one pod take traffic. */
    record OpenGate(Pod pod) implements Effect {
        public OpenGate {
            requireNonNull(pod, "pod");
        }
    }

    /**
     * Keep the Deployment controller from scaling the revision up again, and say why in an annotation of the
     * Deployment.
     */
    record Pause(String why) implements Effect {
        public Pause {
            requireNonNull(why, "why");
        }
    }

    /** Lift a pause of the operator, never a pause of a person. */
    record Unpause() implements Effect {}

    /** Lift a withdrawal and remove the request for a retry in one write, so that the request counts once. */
    record Retry() implements Effect {}

    /**
     * Write this entry, and in it the template that is declared now: the API server then rejects the template, and
     * no field of it is lost.
     *
     * @param number the revision number that it has
     */
    record Refuse(BookEntry entry, long number) implements Effect {
        public Refuse {
            requireNonNull(entry, "entry");
        }
    }

    /** Declare the template of the baseline, so that Kubernetes rolls back to it. */
    record Restore(Revision baseline) implements Effect {
        public Restore {
            requireNonNull(baseline, "baseline");
        }
    }

    /**
     * Declare the user's template again.
     *
     * @param why it stays paused; without it, it rolls out
     */
    record PutBack(RejectedTemplate refused, Optional<String> why) implements Effect {
        public PutBack {
            requireNonNull(refused, "refused");
            requireNonNull(why, "why");
        }
    }

    /** Return each field of the template to the field manager that owned it before the operator wrote the field. */
    record GiveBack(RejectedTemplate refused) implements Effect {
        public GiveBack {
            requireNonNull(refused, "refused");
        }
    }

    /** Scale a revision to zero. */
    record Empty(Revision revision) implements Effect {
        public Empty {
            requireNonNull(revision, "revision");
        }
    }

    /** Delete the ReplicaSet of a revision, so that the Deployment controller cannot scale it up again. */
    record Remove(Revision revision) implements Effect {
        public Remove {
            requireNonNull(revision, "revision");
        }
    }

    /** Report a transition on the Deployment, once. */
    record Announce(Announcement announcement) implements Effect {
        public Announce {
            requireNonNull(announcement, "announcement");
        }
    }
}
