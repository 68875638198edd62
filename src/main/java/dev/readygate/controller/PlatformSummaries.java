package dev.readygate.controller;

import dev.readygate.api.v1alpha1.ClusterReadinessPolicy;
import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.cluster.policy.Policies;
import dev.readygate.controller.PolicyReconciler.Summing;
import dev.readygate.facts.Enforcement;
import dev.readygate.status.PolicyComposer.EnforcementState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sums up ClusterReadinessPolicies. The SDK does not do it: an installation for named namespaces may not watch
 * them, and the SDK would not start there. One thread is enough, as no summary is urgent.
 */
public final class PlatformSummaries implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PlatformSummaries.class);

    /** Many reports change at once; one summary covers them. */
    private static final Duration SOON = Duration.ofMillis(200);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final Summing summing;
    private final EnforcementSources held;
    private final InstantSource clock;
    private final KeyedSchedule schedule = new KeyedSchedule("cluster-policies", this::look);
    private volatile boolean leading;

    public PlatformSummaries(Summing summing, EnforcementSources held, EventRouter switchboard, InstantSource clock) {
        this.summing = summing;
        this.held = held;
        this.clock = clock;
        switchboard.connectPlatform(this::wake);
    }

    /** The sources of whether the API server enforces policies. */
    public record EnforcementSources(EnforcementTrials trials, Admissions admissions) {}

    /** A standby writes nothing; the leader catches up. */
    public void resume() {
        leading = true;
        policies().clusterPolicies().forEach(it -> wake(it.getMetadata().getName()));
    }

    public void pause() {
        leading = false;
    }

    private Policies policies() {
        return summing.policies();
    }

    private void wake(String name) {
        schedule.run(name, SOON);
    }

    private void look(String name) {
        if (!leading) {
            return;
        }
        if (!policies().fresh() || !summing.reports().fresh()) {
            schedule.run(name, SOON);
            return;
        }
        try {
            policies().clusterPolicy(name).flatMap(this::sumUp).ifPresent(it -> schedule.run(name, it));
        } catch (RuntimeException e) {
            LOG.warnf("cannot sum up ClusterReadinessPolicy %s, trying again: %s", name, e.getMessage());
            schedule.run(name, AFTER_A_FAILURE);
        }
    }

    private Optional<Duration> sumUp(ClusterReadinessPolicy policy) {
        var now = clock.instant();
        var summary = Summary.of(policies().resolved(policy), summing.reports().all());
        var trial = policy.getSpec().mode() == Mode.Enforce
                ? trial(summary, now)
                : new EnforcementTrials.TrialResult(
                        new Enforcement.Untried("nothing is to be enforced"), Optional.empty());
        var previous = summing.statuses().latest(policy);
        var guarding = held.admissions().standing(summary.policy(), "");
        var standing = new EnforcementState(trial.enforcement(), guarding);
        var status = summary.status(policies(), standing, previous, now);
        if (!previous.equals(Optional.of(status))) {
            summing.statuses().write(policy, status);
        }
        return trial.tryAgainIn();
    }

    /** The least enforced of its namespaces counts. */
    private EnforcementTrials.TrialResult trial(Summary summary, Instant now) {
        return summary.namespaces().stream()
                .map(it -> held.trials().of(it, now))
                .min(Comparator.comparing(it -> confidence(it.enforcement())))
                .orElseGet(() -> new EnforcementTrials.TrialResult(
                        new Enforcement.Untried("it meets no Deployment yet"), Optional.empty()));
    }

    private static int confidence(Enforcement enforcement) {
        return switch (enforcement) {
            case Enforcement.Refuted _ -> 0;
            case Enforcement.Untried _ -> 1;
            case Enforcement.ConfirmedOnce _ -> 2;
            case Enforcement.Confirmed _ -> 3;
        };
    }

    @Override
    public void close() {
        schedule.close();
    }
}
