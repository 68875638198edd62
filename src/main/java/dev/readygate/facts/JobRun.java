package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/**
 * A Job that has to run once.
 *
 * @param name says which check, of which revision, and which time, so that the operator finds the Job after a crash
 * @param again there may have been runs before it: the end of the last one counts until this one has ended
 * @param series the label value of all runs of the check for the revision
 * @param owner the object with which it is deleted
 * @param manifest the Job's manifest, as JSON
 */
public record JobRun(String name, boolean again, String series, JobOwner owner, String manifest) {
    public JobRun {
        requireNonNull(name, "name");
        requireNonNull(series, "series");
        requireNonNull(owner, "owner");
        requireNonNull(manifest, "manifest");
    }

    /** The ReplicaSet of the revision it is for. */
    public record JobOwner(String name, String uid) {
        public JobOwner {
            requireNonNull(name, "name");
            requireNonNull(uid, "uid");
        }
    }
}
