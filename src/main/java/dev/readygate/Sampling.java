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
    Samplers samplers(SafeFetcher fetcher, ReadingStore readings, InstantSource clock, Telemetry telemetry) {
        var probers = new Probers(fetcher, (namespace, secret, key) -> Optional.empty(), clock);
        return new Samplers(probers, readings, clock, new Samplers.Settings(Limits.DEFAULT, telemetry::sampled));
    }

    void close(@Disposes Samplers samplers) {
        samplers.close();
    }
}
