package dev.readygate.signals;

import dev.readygate.facts.JobRun;
import dev.readygate.facts.JobState;

@FunctionalInterface
public interface Jobs {
    /** Starts the Job unless it was started before, and returns its state. */
    JobState look(String namespace, JobRun run);
}
