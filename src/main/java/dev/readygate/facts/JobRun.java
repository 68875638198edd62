package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/**
 * A Job that has to have run, once.
 *
 * @param name says which check, of which revision, and which time: whoever looks for it after a crash finds it
 * @param again there may have been runs before it: the end of the last one counts until this one has ended
 * @param series what all runs of the check for the revision are labelled with
 * @param owner what it is removed with
 * @param manifest what is to be run, as JSON
 */
public record JobRun(String name, boolean again, String series, JobOwner owner, String manifest) {
    public JobRun {
        requireNonNull(name, "name");
        requireNonNull(series, "series");
        requireNonNull(owner, "owner");
        requireNonNull(manifest, "manifest");
    }

    /** The revision it is for. */
    public record JobOwner(String name, String uid) {
        public JobOwner {
            requireNonNull(name, "name");
            requireNonNull(uid, "uid");
        }
    }
}
