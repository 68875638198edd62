package dev.readygate.controller;

import dev.readygate.cluster.SelfTest;
import dev.readygate.facts.Enforcement;
import dev.readygate.facts.Enforcement.Confirmed;
import dev.readygate.facts.Enforcement.Untried;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether each namespace is enforced, tried once a minute however many policies ask. A policy that has only just become
 * active is not active on every API server yet, so the first yes counts when it is repeated a second later.
 */
public final class Trials {
    static final Duration EVERY = Duration.ofMinutes(1);
    static final Duration TWICE = Duration.ofSeconds(1);

    private final SelfTest selfTest;
    private final Map<String, Trial> latest = new ConcurrentHashMap<>();

    public Trials(SelfTest selfTest) {
        this.selfTest = selfTest;
    }

    private record Trial(Instant at, Enforcement seen, boolean settled) {
        /** A no may be a policy that is only starting, and a pod to try on may be there any moment. */
        Duration validFor() {
            return settled ? EVERY : TWICE;
        }

        boolean isValid(Instant now) {
            return now.isBefore(at.plus(validFor()));
        }
    }

    /** The answer, and for how long it holds. */
    record Answer(Enforcement enforcement, Duration validFor) {}

    Answer of(String namespace, Instant now) {
        var trial = latest.compute(
                namespace, (it, last) -> last != null && last.isValid(now) ? last : next(namespace, last, now));
        boolean once = trial.seen() instanceof Confirmed && !trial.settled();
        return new Answer(
                once ? new Untried("the API server enforces it since a moment ago") : trial.seen(), trial.validFor());
    }

    private Trial next(String namespace, Trial last, Instant now) {
        var seen = selfTest.of(namespace);
        boolean again = last != null && last.seen() instanceof Confirmed;
        return new Trial(now, seen, seen instanceof Confirmed && again);
    }
}
