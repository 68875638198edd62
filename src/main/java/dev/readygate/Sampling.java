package dev.readygate;

import dev.readygate.controller.Switchboard;
import dev.readygate.signals.Limits;
import dev.readygate.signals.Probers;
import dev.readygate.signals.ReadingStore;
import dev.readygate.signals.Samplers;
import dev.readygate.signals.fetch.Caps;
import dev.readygate.signals.fetch.FetchRules;
import dev.readygate.signals.fetch.NameResolver;
import dev.readygate.signals.fetch.SafeFetcher;
import dev.readygate.signals.fetch.Trust;
import dev.readygate.signals.prometheus.Credentials;
import dev.readygate.signals.prometheus.Installation;
import dev.readygate.signals.prometheus.MetricProber;
import dev.readygate.signals.prometheus.PrometheusClient;
import dev.readygate.telemetry.Telemetry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of the wiring that asks outside. */
@Singleton
class Sampling {
    @Produces
    @Singleton
    ReadingStore readings(Switchboard switchboard) {
        return new ReadingStore(switchboard::answered);
    }

    @Produces
    @Singleton
    SafeFetcher fetcher(Settings settings) {
        var rules = new FetchRules(settings.probes().allowLoopback(), List.of(), Set.of(), Set.of());
        return new SafeFetcher(rules, NameResolver.SYSTEM, Trust.OF_THE_RUNTIME, Caps.DEFAULT);
    }

    @Produces
    @Singleton
    PrometheusClient prometheus(Settings settings, InstantSource clock) {
        var given = settings.prometheus();
        var installation = new Installation.Builder(
                given.address(), given.namespaces(), given.headers(), new Credentials(given.credentials()));
        return PrometheusClient.of(installation.build(), clock);
    }

    void close(@Disposes PrometheusClient prometheus) {
        prometheus.close();
    }

    @Produces
    @Singleton
    Probers probers(SafeFetcher fetcher, PrometheusClient prometheus, InstantSource clock) {
        var metrics = new MetricProber(prometheus, clock);
        return new Probers(fetcher, (namespace, secret, key) -> Optional.empty(), metrics, clock);
    }

    @Produces
    @Singleton
    Samplers samplers(Probers probers, ReadingStore readings, InstantSource clock, Telemetry telemetry) {
        return new Samplers(probers, readings, clock, new Samplers.Settings(Limits.DEFAULT, telemetry::sampled));
    }

    void close(@Disposes Samplers samplers) {
        samplers.close();
    }
}
