package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The Deployment itself, as far as a decision depends on it.
 *
 * @param generation counts every change of the spec
 * @param declared the images and source of the declared template, also while it has no ReplicaSet
 * @param template that is declared; only known while it waits at gate Start
 * @param held the annotation that the operator wrote when it paused the Deployment; absent if a person paused it
 */
public record Workload(
        DeploymentRef ref,
        String resourceVersion,
        long generation,
        Instant createdAt,
        Map<String, String> labels,
        Desired desired,
        Observed observed,
        Optional<String> held,
        RevisionDecisions wishes,
        Origin declared,
        Optional<PodTemplate> template) {

    public Workload {
        requireNonNull(ref, "ref");
        requireNonNull(resourceVersion, "resourceVersion");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(desired, "desired");
        requireNonNull(observed, "observed");
        requireNonNull(held, "held");
        requireNonNull(wishes, "wishes");
        requireNonNull(declared, "declared");
        requireNonNull(template, "template");
        labels = Map.copyOf(labels);
    }

    /** Without decisions of users. */
    public Workload(
            DeploymentRef ref,
            String resourceVersion,
            Instant createdAt,
            Map<String, String> labels,
            Desired desired,
            Observed observed,
            Optional<String> held) {
        this(
                ref,
                resourceVersion,
                1,
                createdAt,
                labels,
                desired,
                observed,
                held,
                RevisionDecisions.NONE,
                Origin.of(),
                Optional.empty());
    }

    public Workload with(Optional<PodTemplate> known) {
        return new Workload(
                ref, resourceVersion, generation, createdAt, labels, desired, observed, held, wishes, declared, known);
    }

    /** A person's pause has no such annotation. */
    public boolean pausedByUs() {
        return desired.paused() && held.isPresent();
    }

    /**
     * The declared template that waits at gate Start: the Deployment is paused by Readygate, and the template has
     * no ReplicaSet.
     */
    public Optional<Revision> waiting() {
        return held.filter(it -> desired.paused()).flatMap(StartHoldMark::name).map(it -> Revision.waiting(this, it));
    }

    /** The template that waits at gate Start is not the marked one. */
    public boolean isMarkedForAnother() {
        return template.isPresent()
                && held.filter(it -> !StartHoldMark.isAbout(it, template.get())).isPresent();
    }

    /** The declared template waited at gate Start, and a user resumed it. */
    public boolean brokeOut() {
        return !desired.paused() && held.flatMap(StartHoldMark::name).isPresent();
    }

    /**
     * The spec that the user declared.
     *
     * @param forgetful ReplicaSets of old revisions are not kept
     * @param patience how long Kubernetes waits for progress before it gives up a rollout
     */
    public record Desired(
            int replicas,
            boolean paused,
            int maxUnavailable,
            int maxSurge,
            boolean recreate,
            boolean forgetful,
            Duration patience) {
        private static final Duration BY_DEFAULT = Duration.ofMinutes(10);

        public Desired {
            requireNonNull(patience, "patience");
        }

        public Desired(int replicas, boolean paused, int maxUnavailable, int maxSurge, boolean recreate) {
            this(replicas, paused, maxUnavailable, maxSurge, recreate, false, BY_DEFAULT);
        }
    }

    /**
     * The status that the Deployment controller wrote.
     *
     * @param settled the controller has observed the newest generation, so its numbers can be trusted
     * @param revisionNumber the number of the revision that is being rolled out, 0 if there is none yet
     * @param gaveUp since when it says that there was no progress for as long as the progress deadline allows
     */
    public record Observed(
            boolean settled, long revisionNumber, int total, int updated, int available, Optional<Instant> gaveUp) {
        public Observed {
            requireNonNull(gaveUp, "gaveUp");
        }
    }

    /**
     * The Deployment's strategy allows no fewer available pods than this, so no action of the operator may leave
     * fewer.
     */
    public int availabilityFloor() {
        return Math.max(0, desired.replicas() - desired.maxUnavailable());
    }

    /** All pods belong to the revision being rolled out, and all of them are available. */
    public boolean rolledOut() {
        return observed.settled()
                && observed.updated() == desired.replicas()
                && observed.total() == desired.replicas()
                && observed.available() == desired.replicas();
    }
}
