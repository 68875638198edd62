package dev.readygate;

import dev.readygate.controller.Caches;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * How the SDK runs the operator: leader election and readiness. A standby keeps its caches warm and does nothing
 * else.
 */
@Singleton
class Operating {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEW_WITHIN = Duration.ofSeconds(7);
    private static final Duration TRY_EVERY = Duration.ofSeconds(2);

    /** The SDK's own meters throw on a Prometheus registry, inside an event handler, and the event is lost. */
    @Produces
    @Singleton
    Metrics noMetersOfTheSdk() {
        return Metrics.NOOP;
    }

    /** Not in a ConfigurationServiceCustomizer: with one of those the SDK creates a separate client for each use. */
    @Produces
    @Dependent
    LeaderElectionConfiguration election(Settings settings, Duties duties) {
        return settings.leaderElection() ? lease(settings, acting(duties)) : null;
    }

    private static LeaderElectionConfiguration lease(Settings settings, LeaderCallbacks callbacks) {
        return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration("readygate")
                .withLeaseNamespace(settings.pod().namespace())
                .withIdentity(settings.pod().name())
                .withLeaseDuration(LEASE)
                .withRenewDeadline(RENEW_WITHIN)
                .withRetryPeriod(TRY_EVERY)
                .withLeaderCallbacks(callbacks)
                .build();
    }

    private static LeaderCallbacks acting(Duties duties) {
        var watch = new StallWatch(LEASE);
        return new LeaderCallbacks(
                () -> {
                    watch.begin();
                    duties.resume();
                },
                () -> {
                    watch.end();
                    duties.pause();
                },
                leader -> {});
    }

    void leadAlone(@Observes StartupEvent started, Settings settings, Duties duties) {
        if (!settings.leaderElection()) {
            duties.resume();
        }
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck watching(Caches caches) {
        return () -> HealthCheckResponse.named("watching the cluster")
                .status(caches.fresh())
                .build();
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck notStuck(Caches caches, Operator sdk, InstantSource clock) {
        return () -> HealthCheckResponse.named("watches that end begin again")
                .status(!caches.stuck(sdk.getRuntimeInfo().allEventSourcesAreHealthy(), clock.instant()))
                .build();
    }
}
