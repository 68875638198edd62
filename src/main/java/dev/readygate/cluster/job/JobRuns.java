package dev.readygate.cluster.job;

import static java.util.Comparator.comparing;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.facts.Owners;
import dev.readygate.cluster.kube.ExpiringCache;
import dev.readygate.facts.JobRun;
import dev.readygate.facts.JobState;
import dev.readygate.facts.JobState.JobRunning;
import dev.readygate.facts.JobState.NotRun;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.HttpURLConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the Jobs of checks and reads how they end. A Job's name identifies the run, so a second start finds the first.
 */
public final class JobRuns {
    private static final int LONGEST_REFUSAL = 300;
    private static final Comparator<Job> BY_AGE =
            comparing(it -> Objects.requireNonNullElse(it.getMetadata().getCreationTimestamp(), ""));

    private final KubernetesClient client;
    private final boolean allowed;
    private final JobEnds ends;
    private final ExpiringCache<JobState> lastKnown = new ExpiringCache<>();

    /** @param allowed whether this installation lets checks run Jobs at all */
    public JobRuns(KubernetesClient client, boolean allowed, JobLogs logs) {
        this.client = client;
        this.allowed = allowed;
        this.ends = new JobEnds(logs);
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

    /** The API server is busy or away, so the last known state still counts. */
    private static boolean passes(KubernetesClientException refused) {
        return refused.getCode() < HttpURLConnection.HTTP_BAD_REQUEST
                || refused.getCode() == 429
                || refused.getCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR;
    }

    private JobState lookNow(String namespace, JobRun run) {
        var job = Optional.ofNullable(client.batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .withName(run.name())
                .get());
        if (job.filter(JobEnds::hasEnded).isPresent()) {
            return ends.of(job.get());
        }
        var earlier = run.again() ? earlier(namespace, run) : List.<Job>of();
        if (job.isEmpty() && earlier.stream().allMatch(JobEnds::hasEnded)) {
            start(namespace, run);
            tidy(earlier);
        }
        var running = Stream.concat(job.stream(), earlier.stream().filter(it -> !JobEnds.hasEnded(it)))
                .map(ends::of)
                .findFirst()
                .orElseGet(() -> new JobRunning(run.name()));
        return earlier.stream()
                .filter(JobEnds::hasEnded)
                .findFirst()
                .map(ends::of)
                .orElse(running);
    }

    /** Jobs of earlier runs, the newest first. */
    private List<Job> earlier(String namespace, JobRun run) {
        return client
                .batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .withLabel(ContractNames.JOB, run.series())
                .list()
                .getItems()
                .stream()
                .filter(it -> !it.getMetadata().getName().equals(run.name()))
                .sorted(BY_AGE.reversed())
                .toList();
    }

    private void start(String namespace, JobRun run) {
        try {
            client.batch().v1().jobs().inNamespace(namespace).resource(job(run)).create();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refused;
            }
        }
    }

    /** A Job does not accept the default restart policy of pods. */
    private static Job job(JobRun run) {
        var job = Serialization.unmarshal(run.manifest(), Job.class);
        job.getMetadata().setOwnerReferences(List.of(Owners.replicaSet(run.owner())));
        var pod = job.getSpec().getTemplate().getSpec();
        if (pod.getRestartPolicy() == null) {
            pod.setRestartPolicy("Never");
        }
        return job;
    }

    /** Deletes all earlier runs but the last: after a new run has begun, only that one is still read. */
    private void tidy(List<Job> earlier) {
        earlier.stream()
                .skip(1)
                .forEach(it -> client.resource(it)
                        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                        .delete());
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

    /** Names of fields and reasons, but no values: a template may hold secrets. */
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
