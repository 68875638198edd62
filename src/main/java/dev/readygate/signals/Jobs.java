package dev.readygate.signals;

import dev.readygate.facts.JobRun;
import dev.readygate.facts.JobState;

/** Jobs in a namespace. */
@FunctionalInterface
public interface Jobs {
    /** Sees to it that it has been started, once, and says what became of it. */
    JobState look(String namespace, JobRun run);
}
