package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** The state of a Job. */
public sealed interface JobState {

    record JobRunning(String job) implements JobState {}

    record Succeeded(String job) implements JobState {}

    /** @param why in half a sentence, with the last lines of its log if they are known and may be shown */
    record Failed(String job, String why) implements JobState {
        public Failed {
            requireNonNull(why, "why");
        }
    }

    /** The Job was not run, which says nothing about the workload. */
    record NotRun(String why) implements JobState {
        public NotRun {
            requireNonNull(why, "why");
        }
    }
}
