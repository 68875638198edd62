package dev.readygate.cluster.job;

import dev.readygate.cluster.kube.ExpiringCache;
import dev.readygate.facts.JobState;
import dev.readygate.facts.JobState.Failed;
import dev.readygate.facts.JobState.JobRunning;
import dev.readygate.facts.JobState.NotRun;
import dev.readygate.facts.JobState.Succeeded;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.List;
import java.util.Optional;

/** The states of Jobs. The end of a Job never changes, so it is described once, while its pod's log still exists. */
final class JobEnds {
    private final JobLogs logs;
    private final ExpiringCache<JobState> ends = new ExpiringCache<>();
    private final ExpiringCache<Boolean> begun = new ExpiringCache<>();

    JobEnds(JobLogs logs) {
        this.logs = logs;
    }

    static boolean hasEnded(Job job) {
        return condition(job, "Complete").isPresent()
                || condition(job, "Failed").isPresent();
    }

    JobState of(Job job) {
        var uid = job.getMetadata().getUid();
        return ends.of(uid).orElseGet(() -> {
            var state = now(job);
            if (hasEnded(job)) {
                ends.put(uid, state);
            }
            return state;
        });
    }

    private JobState now(Job job) {
        var name = job.getMetadata().getName();
        if (Optional.ofNullable(job.getStatus().getReady()).orElse(0) > 0) {
            begun.put(job.getMetadata().getUid(), true);
        }
        if (condition(job, "Complete").isPresent()) {
            return new Succeeded(name);
        }
        return condition(job, "Failed").map(it -> failed(job, it)).orElseGet(() -> new JobRunning(name));
    }

    private static Optional<JobCondition> condition(Job job, String type) {
        return Optional.ofNullable(job.getStatus().getConditions()).orElse(List.of()).stream()
                .filter(it -> type.equals(it.getType()) && "True".equals(it.getStatus()))
                .findFirst();
    }

    /** A Job that never ran has not failed: an image cannot be pulled, a quota or the cluster is full. */
    private JobState failed(Job job, JobCondition condition) {
        var metadata = job.getMetadata();
        boolean late = "DeadlineExceeded".equals(condition.getReason());
        if (late && begun.of(metadata.getUid()).isEmpty()) {
            return new NotRun(
                    "the Job %s was not seen running before its time was up: see why its pod did not start, and"
                                    .formatted(metadata.getName())
                            + " delete the Job to try again");
        }
        var why = late ? "ran out of time" : "failed: " + condition.getReason();
        return new Failed(metadata.getName(), why + logs.lastLines(metadata.getNamespace(), metadata.getName()));
    }
}
