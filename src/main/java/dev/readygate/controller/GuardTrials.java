package dev.readygate.controller;

import dev.readygate.admit.Asker;
import dev.readygate.admit.Guard;
import dev.readygate.admit.Guard.Effect;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.cluster.GuardTrial;
import dev.readygate.cluster.Policies.Placed;
import dev.readygate.facts.Enforcement;
import dev.readygate.facts.Guarding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Whether each guard is active: tried until it was denied twice, a second apart, and once a minute from then on. */
public final class GuardTrials {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration TWICE = Duration.ofSeconds(1);
    private static final Guarding UNTRIED = new Guarding.NotYet("the API server has not been seen to act on it yet");

    private final GuardTrial trial;
    private final BiConsumer<String, PolicyRef> news;
    private final Map<Asker, Trial> latest = new ConcurrentHashMap<>();

    /** @param news told the namespace and the policy whose guard stands differently now */
    public GuardTrials(GuardTrial trial, BiConsumer<String, PolicyRef> news) {
        this.trial = trial;
        this.news = news;
    }

    /** A guard, and the policy it is made of. */
    public record Wanted(Guard guard, Placed placed) {
        Asker policy() {
            return guard.policy();
        }
    }

    private record Trial(String fingerprint, Guarding standing, Instant next, int denied) {}

    /** Nothing is known of a guard that was not made yet. */
    public Guarding of(Asker policy) {
        return Optional.ofNullable(latest.get(policy)).map(Trial::standing).orElse(UNTRIED);
    }

    /**
     * @param obstacles of those that could not be made
     * @return when to try again
     */
    Optional<Instant> tryAll(Collection<Wanted> wanted, Map<Asker, Guarding> obstacles, Instant now) {
        forgetAllBut(wanted.stream().map(Wanted::policy).collect(Collectors.toSet()));
        wanted.forEach(it -> {
            var before = of(it.policy());
            var after = latest.compute(
                    it.policy(), (policy, last) -> next(it, last, Optional.ofNullable(obstacles.get(policy)), now));
            if (!before.equals(after.standing())) {
                news.accept(
                        it.placed().namespace(), it.placed().resolved().policy().ref());
            }
        });
        return latest.values().stream().map(Trial::next).min(Instant::compareTo);
    }

    void forgetAllBut(Set<Asker> wanted) {
        latest.keySet().retainAll(wanted);
    }

    private Trial next(Wanted wanted, Trial last, Optional<Guarding> obstacle, Instant now) {
        var fingerprint = wanted.guard().fingerprint();
        if (obstacle.isPresent()) {
            return new Trial(fingerprint, obstacle.get(), now.plus(EVERY), 0);
        }
        if (wanted.guard().effect() == Effect.Warn) {
            return new Trial(fingerprint, new Guarding.Warns(), now.plus(EVERY), 0);
        }
        var same = Optional.ofNullable(last).filter(it -> it.fingerprint().equals(fingerprint));
        return same.filter(it -> now.isBefore(it.next()))
                .orElseGet(() -> tried(wanted, same.map(Trial::denied).orElse(0), now));
    }

    private Trial tried(Wanted wanted, int denied, Instant now) {
        var fingerprint = wanted.guard().fingerprint();
        var seen = wanted.placed()
                .example()
                .map(it -> trial.of(wanted.guard(), it))
                .orElseGet(() -> new Enforcement.Untried("there is no namespace yet that it is about"));
        return switch (seen) {
            case Enforcement.Confirmed _
            when denied > 0 -> new Trial(fingerprint, new Guarding.Active(), now.plus(EVERY), denied + 1);
            case Enforcement.Confirmed _, Enforcement.ConfirmedOnce _ ->
                new Trial(fingerprint, UNTRIED, now.plus(TWICE), 1);
            case Enforcement.Refuted no -> new Trial(fingerprint, UNTRIED, now.plus(TWICE), 0);
            case Enforcement.Untried nobody ->
                new Trial(fingerprint, new Guarding.NotYet(nobody.why()), now.plus(SOON), 0);
        };
    }
}
