package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A Job that has to have run, once.
 *
 * @param name says which check, of which revision, and which time: whoever looks for it after a crash finds it
 * @param before the name of the run before it, whose end counts until this one has ended
 * @param series what all runs of the check for the revision are labelled with
 * @param owner what it is removed with
 * @param manifest what is to be run, as JSON
 */
public record JobRun(String name, Optional<String> before, String series, Owner owner, String manifest) {
    public JobRun {
        requireNonNull(name, "name");
        requireNonNull(before, "before");
        requireNonNull(series, "series");
        requireNonNull(owner, "owner");
        requireNonNull(manifest, "manifest");
    }

    /** The revision it is for. */
    public record Owner(String name, String uid) {
        public Owner {
            requireNonNull(name, "name");
            requireNonNull(uid, "uid");
        }
    }
}
