package dev.readygate.controller;

import dev.readygate.cluster.admission.SelfTest;
import dev.readygate.facts.Enforcement;
import dev.readygate.facts.Enforcement.Confirmed;
import dev.readygate.facts.Enforcement.ConfirmedOnce;
import dev.readygate.facts.Enforcement.Refuted;
import dev.readygate.facts.Enforcement.Untried;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the API server enforces the gates in each namespace, tried once a minute for all its policies together. A
 * policy that has just become active is not active on every API server yet, so the first yes counts only after a
 * second one, a second later.
 */
public final class EnforcementTrials {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration TWICE = Duration.ofSeconds(1);

    private final SelfTest selfTest;
    private final Map<String, NamespaceTrial> latest = new ConcurrentHashMap<>();

    public EnforcementTrials(SelfTest selfTest) {
        this.selfTest = selfTest;
    }

    /** @param twice whether the trial before was a yes as well */
    private record NamespaceTrial(Instant at, Enforcement seen, boolean twice) {
        TrialResult answer() {
            return switch (seen) {
                case Confirmed yes ->
                    twice
                            ? new TrialResult(yes, Optional.of(EVERY))
                            : new TrialResult(new ConfirmedOnce(), Optional.of(TWICE));
                case ConfirmedOnce once -> new TrialResult(once, Optional.of(TWICE));
                case Refuted no -> new TrialResult(no, Optional.of(SOON));
                case Untried nobody -> new TrialResult(nobody, Optional.empty());
            };
        }

        boolean isValid(Instant now) {
            return answer().tryAgainIn().map(it -> now.isBefore(at.plus(it))).orElse(false);
        }
    }

    /** @param tryAgainIn absent if an event has to happen first, which wakes the policy by itself */
    record TrialResult(Enforcement enforcement, Optional<Duration> tryAgainIn) {}

    TrialResult of(String namespace, Instant now) {
        return latest.compute(namespace, (it, last) -> last != null && last.isValid(now) ? last : next(it, last, now))
                .answer();
    }

    private NamespaceTrial next(String namespace, NamespaceTrial last, Instant now) {
        return new NamespaceTrial(now, selfTest.of(namespace), last != null && last.seen() instanceof Confirmed);
    }
}
