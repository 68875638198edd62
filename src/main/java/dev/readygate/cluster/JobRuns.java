package dev.readygate.cluster;

import dev.readygate.facts.JobRun;
import dev.readygate.facts.JobState;
import dev.readygate.facts.JobState.Failed;
import dev.readygate.facts.JobState.NotRun;
import dev.readygate.facts.JobState.Running;
import dev.readygate.facts.JobState.Succeeded;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts Jobs of checks and tells how they ended. A Job's name says which run it is, so a second start finds the first. */
public final class JobRuns {
    private static final String SERIES = "readygate.dev/job";
    private static final int LONGEST_REFUSAL = 300;

    private final KubernetesClient client;
    private final boolean allowed;
    private final JobLogs logs;
    private final Recent<JobState> ends = new Recent<>();
    private final Recent<JobState> lastKnown = new Recent<>();
    private final Recent<Boolean> begun = new Recent<>();

    /** @param allowed whether this installation lets checks run Jobs at all */
    public JobRuns(KubernetesClient client, boolean allowed, JobLogs logs) {
        this.client = client;
        this.allowed = allowed;
        this.logs = logs;
    }

    public JobState look(String namespace, JobRun run) {
        if (!allowed) {
            return new NotRun("job checks are switched off in this installation: set checks.jobs to true in the chart,"
                    + " or take the check out of the policy");
        }
        var key = namespace + "/" + run.name();
        try {
            var state = lookNow(namespace, run);
            lastKnown.put(key, state);
            return state;
        } catch (KubernetesClientException refused) {
            var known = passes(refused) ? lastKnown.of(key) : Optional.<JobState>empty();
            return known.orElseGet(() -> new NotRun("the Job %s %s".formatted(run.name(), why(refused))));
        }
    }

    private JobState lookNow(String namespace, JobRun run) {
        return find(namespace, run.name())
                .map(this::state)
                .map(it -> it instanceof Running ? before(namespace, run).orElse(it) : it)
                .orElseGet(() -> start(namespace, run));
    }

    /** The API server is busy or away: what was known a moment ago still holds. */
    private static boolean passes(KubernetesClientException refused) {
        return refused.getCode() < HttpURLConnection.HTTP_BAD_REQUEST
                || refused.getCode() == 429
                || refused.getCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR;
    }

    private Optional<Job> find(String namespace, String name) {
        return Optional.ofNullable(
                client.batch().v1().jobs().inNamespace(namespace).withName(name).get());
    }

    /** Until this run has ended, the end of the one before it counts. */
    private Optional<JobState> before(String namespace, JobRun run) {
        return run.before().flatMap(it -> find(namespace, it)).map(this::state).filter(it -> !(it instanceof Running));
    }

    private JobState start(String namespace, JobRun run) {
        try {
            client.batch().v1().jobs().inNamespace(namespace).resource(job(run)).create();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refused;
            }
        }
        tidy(namespace, run);
        return before(namespace, run).orElseGet(() -> new Running(run.name()));
    }

    /** Jobs do not take the restart policy that pods have by default. */
    private static Job job(JobRun run) {
        var job = Serialization.unmarshal(run.manifest(), Job.class);
        job.getMetadata().setOwnerReferences(List.of(Owners.replicaSet(run.owner())));
        var pod = job.getSpec().getTemplate().getSpec();
        if (pod.getRestartPolicy() == null) {
            pod.setRestartPolicy("Never");
        }
        return job;
    }

    /** Runs before the last two say nothing any more. */
    private void tidy(String namespace, JobRun run) {
        if (run.before().isEmpty()) {
            return;
        }
        var kept = Set.of(run.name(), run.before().get());
        client.batch().v1().jobs().inNamespace(namespace).withLabel(SERIES, run.series()).list().getItems().stream()
                .filter(it -> !kept.contains(it.getMetadata().getName()))
                .forEach(it -> client.resource(it)
                        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                        .delete());
    }

    private JobState state(Job job) {
        var uid = job.getMetadata().getUid();
        return ends.of(uid).orElseGet(() -> {
            var state = stateNow(job);
            if (!(state instanceof Running)) {
                ends.put(uid, state);
            }
            return state;
        });
    }

    private JobState stateNow(Job job) {
        var name = job.getMetadata().getName();
        if (Optional.ofNullable(job.getStatus().getReady()).orElse(0) > 0) {
            begun.put(job.getMetadata().getUid(), true);
        }
        if (condition(job, "Complete").isPresent()) {
            return new Succeeded(name);
        }
        return condition(job, "Failed").map(it -> failed(job, it)).orElseGet(() -> new Running(name));
    }

    private static Optional<JobCondition> condition(Job job, String type) {
        return Optional.ofNullable(job.getStatus().getConditions()).orElse(List.of()).stream()
                .filter(it -> type.equals(it.getType()) && "True".equals(it.getStatus()))
                .findFirst();
    }

    /** An image that cannot be pulled, a quota, a full cluster: what was never run has not failed. */
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

    private static String why(KubernetesClientException refused) {
        return switch (refused.getCode()) {
            case HttpURLConnection.HTTP_FORBIDDEN ->
                "may not be run by the operator, or not now (a quota?): " + said(refused);
            case 422, HttpURLConnection.HTTP_BAD_REQUEST -> "is refused by the API server: " + fields(refused);
            default ->
                "could not be looked at, as the API server did not answer (%d); trying again"
                        .formatted(refused.getCode());
        };
    }

    /** Names of fields and reasons, but no values: a template may hold what others must not read. */
    private static String fields(KubernetesClientException refused) {
        var causes = Optional.ofNullable(refused.getStatus())
                .map(it -> it.getDetails())
                .map(StatusDetails::getCauses)
                .orElse(List.of());
        return causes.isEmpty()
                ? "its template does not fit a Job"
                : causes.stream().map(JobRuns::field).collect(Collectors.joining(", "));
    }

    private static String field(StatusCause cause) {
        return cause.getField() + " (" + cause.getReason() + ")";
    }

    private static String said(KubernetesClientException refused) {
        var said = Optional.ofNullable(refused.getStatus())
                .map(it -> it.getMessage())
                .orElse("HTTP 403");
        return said.length() <= LONGEST_REFUSAL ? said : said.substring(0, LONGEST_REFUSAL - 1) + "…";
    }
}
