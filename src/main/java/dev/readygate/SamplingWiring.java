package dev.readygate;

import dev.readygate.cluster.job.JobLogs;
import dev.readygate.cluster.job.JobRuns;
import dev.readygate.cluster.job.SecretValues;
import dev.readygate.controller.EventRouter;
import dev.readygate.signals.FairThreads;
import dev.readygate.signals.Probers;
import dev.readygate.signals.ReadingStore;
import dev.readygate.signals.Samplers;
import dev.readygate.signals.fetch.Caps;
import dev.readygate.signals.fetch.Cidr;
import dev.readygate.signals.fetch.FetchRules;
import dev.readygate.signals.fetch.Limits;
import dev.readygate.signals.fetch.NameResolver;
import dev.readygate.signals.fetch.SafeFetcher;
import dev.readygate.signals.fetch.Trust;
import dev.readygate.signals.prometheus.Credentials;
import dev.readygate.signals.prometheus.Installation;
import dev.readygate.signals.prometheus.MetricProber;
import dev.readygate.signals.prometheus.PrometheusClient;
import dev.readygate.telemetry.Telemetry;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of the wiring for requests outside the API server. */
@Singleton
class SamplingWiring {
    @Produces
    @Singleton
    ReadingStore readings(EventRouter switchboard) {
        return new ReadingStore(switchboard::answered);
    }

    @Produces
    @Singleton
    SafeFetcher fetcher(Settings settings, KubernetesClient client) {
        var probes = settings.probes();
        var rules = new FetchRules(
                probes.allowLoopback(),
                networks(probes.allowedNetworks()),
                Set.copyOf(probes.allowedHosts().orElse(List.of())),
                OwnAddresses.of(client.getMasterUrl().getHost(), settings.pod(), NameResolver.SYSTEM),
                networks(probes.deniedNetworks()),
                probes.urls());
        return new SafeFetcher(rules, NameResolver.SYSTEM, Trust.OF_THE_RUNTIME, Caps.DEFAULT);
    }

    private static List<Cidr> networks(Optional<List<String>> written) {
        return written.orElse(List.of()).stream().map(Cidr::parse).toList();
    }

    @Produces
    @Singleton
    SecretValues secrets(KubernetesClient client, InstantSource clock, Settings settings) {
        return new SecretValues(client, clock, settings.checks().secrets());
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
    JobRuns jobs(KubernetesClient client, Settings settings) {
        var checks = settings.checks();
        return new JobRuns(client, checks.jobs(), new JobLogs(client, checks.jobLogs()));
    }

    @Produces
    @Singleton
    Probers probers(
            SafeFetcher fetcher, Probers.Kubernetes kubernetes, PrometheusClient prometheus, InstantSource clock) {
        return new Probers(fetcher, kubernetes, new MetricProber(prometheus, clock), clock);
    }

    @Produces
    @Singleton
    Probers.Kubernetes kubernetes(SecretValues secrets, JobRuns jobs) {
        return new Probers.Kubernetes(secrets::of, jobs::look);
    }

    @Produces
    @Singleton
    Samplers samplers(Probers probers, ReadingStore readings, InstantSource clock, Samplers.SamplerSettings settings) {
        return new Samplers(probers, readings, clock, settings);
    }

    @Produces
    @Singleton
    Samplers.SamplerSettings sampling(Settings settings, FairThreads threads, Telemetry telemetry) {
        return new Samplers.SamplerSettings(
                Limits.DEFAULT, settings.probes().samplesPerSecond(), threads, telemetry::sampled);
    }

    void close(@Disposes Samplers samplers) {
        samplers.close();
    }
}
