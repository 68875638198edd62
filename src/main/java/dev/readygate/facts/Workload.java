package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The Deployment itself, as far as any decision depends on it.
 *
 * @param generation counts every change of what is declared
 * @param declared what the declared template is made of, also while it has no ReplicaSet
 * @param template that is declared; only known while it waits at gate Start
 * @param held the sentence we left on the Deployment when we paused it; absent when a person paused it
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

    /** One of which nobody wishes anything. */
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

    /** A person's pause says nothing of why. */
    public boolean pausedByUs() {
        return desired.paused() && held.isPresent();
    }

    /** What is declared and waits at gate Start: it is paused by us, and no ReplicaSet was made of it. */
    public Optional<Revision> waiting() {
        return held.filter(it -> desired.paused()).flatMap(StartHoldMark::name).map(it -> Revision.waiting(this, it));
    }

    /** What waits at gate Start is another template by now than that which was marked. */
    public boolean isMarkedForAnother() {
        return template.isPresent()
                && held.filter(it -> !StartHoldMark.isAbout(it, template.get())).isPresent();
    }

    /** What is declared waited at gate Start, and somebody else than us resumed it. */
    public boolean brokeOut() {
        return !desired.paused() && held.flatMap(StartHoldMark::name).isPresent();
    }

    /**
     * What the user declared.
     *
     * @param forgetful ReplicaSets of old revisions are not kept
     * @param patience how long Kubernetes waits for progress before it gives a rollout up
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
     * What the Deployment controller says of it.
     *
     * @param settled the controller has seen the newest generation, so its numbers can be trusted
     * @param revisionNumber the number of the revision that is being rolled out, 0 if there is none yet
     * @param outOfTime it made no progress for as long as its progress deadline allows
     */
    public record Observed(
            boolean settled, long revisionNumber, int total, int updated, int available, boolean outOfTime) {}

    /** Fewer available pods than this were never promised, so nothing we do may leave fewer. */
    public int availabilityFloor() {
        return Math.max(0, desired.replicas() - desired.maxUnavailable());
    }

    /** All pods there are belong to the revision being rolled out, and all of them are available. */
    public boolean rolledOut() {
        return observed.settled()
                && observed.updated() == desired.replicas()
                && observed.total() == desired.replicas()
                && observed.available() == desired.replicas();
    }
}
