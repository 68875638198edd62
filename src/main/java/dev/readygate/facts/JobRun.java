package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A Job that has to have run, once.
 *
 * @param name says which check, of which revision, and which time: whoever looks for it after a crash finds it
 * @param before the name of the run before it, whose end counts until this one has ended
 * @param series what all runs of the check for the revision are labelled with
 * @param manifest the whole Job, as JSON
 */
public record JobRun(String name, Optional<String> before, String series, String manifest) {
    public JobRun {
        requireNonNull(name, "name");
        requireNonNull(before, "before");
        requireNonNull(series, "series");
        requireNonNull(manifest, "manifest");
    }
}
