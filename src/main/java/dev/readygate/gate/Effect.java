package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Pod;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import java.util.Optional;

/**
 * A change to the cluster, as a value. Each can be carried out twice without harm, and is only asked for while the facts
 * say that it is still missing.
 */
public sealed interface Effect {

    /** Tell the API server what is verified, gated and held. An empty entry takes the Deployment out of the book. */
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

    /** Keep the Deployment controller from bringing the revision back, and say why on the Deployment. */
    record Pause(String why) implements Effect {
        public Pause {
            requireNonNull(why, "why");
        }
    }

    /** Lift a pause of ours; never a person's. */
    record Unpause() implements Effect {}

    /** Lift a withdrawal and forget who asked for it, in one write, so that it counts once. */
    record Retry() implements Effect {}

    /**
     * Write this entry, and in it the template that is declared now: nobody brings it in again, and nothing of it is lost.
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
     * Declare again what the user declared.
     *
     * @param why it stays paused; without it, it rolls out
     */
    record PutBack(RejectedTemplate refused, Optional<String> why) implements Effect {
        public PutBack {
            requireNonNull(refused, "refused");
            requireNonNull(why, "why");
        }
    }

    /** Let each field of the template belong to whom it belonged before we wrote it. */
    record GiveBack(RejectedTemplate refused) implements Effect {
        public GiveBack {
            requireNonNull(refused, "refused");
        }
    }

    /** Take all pods of a revision away. */
    record Empty(Revision revision) implements Effect {
        public Empty {
            requireNonNull(revision, "revision");
        }
    }

    /** Remove an emptied revision, so that scaling from zero cannot wake it. */
    record Remove(Revision revision) implements Effect {
        public Remove {
            requireNonNull(revision, "revision");
        }
    }

    /** Say on the Deployment, once, what happened. */
    record Announce(Announcement announcement) implements Effect {
        public Announce {
            requireNonNull(announcement, "announcement");
        }
    }
}
