package dev.readygate.controller;

import dev.readygate.admit.CompiledPolicy;
import dev.readygate.admit.CompiledPolicy.RuleEffect;
import dev.readygate.admit.PolicyId;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.cluster.admission.CompiledPolicyTrial;
import dev.readygate.cluster.policy.Policies.PlacedPolicy;
import dev.readygate.facts.AdmitEnforcement;
import dev.readygate.facts.Enforcement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Whether each generated admission policy is active: the operator tries it until the API server has denied twice, a
 * second apart, and from then on once a minute.
 */
public final class CompiledPolicyTrials {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration TWICE = Duration.ofSeconds(1);
    private static final AdmitEnforcement UNTRIED =
            new AdmitEnforcement.UnconfirmedRules("the API server has not been seen to act on it yet");

    private final CompiledPolicyTrial trial;
    private final BiConsumer<String, PolicyRef> news;
    private final Map<PolicyId, AdmitTrial> latest = new ConcurrentHashMap<>();

    /** @param news receives the namespace and the policy whose state has changed */
    public CompiledPolicyTrials(CompiledPolicyTrial trial, BiConsumer<String, PolicyRef> news) {
        this.trial = trial;
        this.news = news;
    }

    /** A generated admission policy, and the policy it is generated from. */
    public record DesiredPolicy(CompiledPolicy compiled, PlacedPolicy placed) {
        PolicyId policy() {
            return compiled.policy();
        }
    }

    private record AdmitTrial(String fingerprint, AdmitEnforcement standing, Instant next, int denied) {}

    /** The state is unconfirmed for an admission policy that was not created yet. */
    public AdmitEnforcement of(PolicyId policy) {
        return Optional.ofNullable(latest.get(policy)).map(AdmitTrial::standing).orElse(UNTRIED);
    }

    /**
     * @param obstacles why admission policies could not be created
     * @return when to try again
     */
    Optional<Instant> tryAll(Collection<DesiredPolicy> wanted, Map<PolicyId, AdmitEnforcement> obstacles, Instant now) {
        forgetAllBut(wanted.stream().map(DesiredPolicy::policy).collect(Collectors.toSet()));
        wanted.forEach(it -> {
            var before = of(it.policy());
            var after = latest.compute(
                    it.policy(), (policy, last) -> next(it, last, Optional.ofNullable(obstacles.get(policy)), now));
            if (!before.equals(after.standing())) {
                news.accept(
                        it.placed().namespace(), it.placed().resolved().policy().ref());
            }
        });
        return latest.values().stream().map(AdmitTrial::next).min(Instant::compareTo);
    }

    void forgetAllBut(Set<PolicyId> wanted) {
        latest.keySet().retainAll(wanted);
    }

    private AdmitTrial next(DesiredPolicy wanted, AdmitTrial last, Optional<AdmitEnforcement> obstacle, Instant now) {
        var fingerprint = wanted.compiled().fingerprint();
        if (obstacle.isPresent()) {
            return new AdmitTrial(fingerprint, obstacle.get(), now.plus(EVERY), 0);
        }
        if (wanted.compiled().effect() == RuleEffect.Warn) {
            return new AdmitTrial(fingerprint, new AdmitEnforcement.Warns(), now.plus(EVERY), 0);
        }
        var same = Optional.ofNullable(last).filter(it -> it.fingerprint().equals(fingerprint));
        return same.filter(it -> now.isBefore(it.next()))
                .orElseGet(() -> tried(wanted, same.map(AdmitTrial::denied).orElse(0), now));
    }

    private AdmitTrial tried(DesiredPolicy wanted, int denied, Instant now) {
        var fingerprint = wanted.compiled().fingerprint();
        var seen = wanted.placed()
                .example()
                .map(it -> trial.of(wanted.compiled(), it))
                .orElseGet(() -> new Enforcement.Untried("there is no namespace yet that it is about"));
        return switch (seen) {
            case Enforcement.Confirmed _
            when denied > 0 -> new AdmitTrial(fingerprint, new AdmitEnforcement.Active(), now.plus(EVERY), denied + 1);
            case Enforcement.Confirmed _, Enforcement.ConfirmedOnce _ ->
                new AdmitTrial(fingerprint, UNTRIED, now.plus(TWICE), 1);
            case Enforcement.Refuted no -> new AdmitTrial(fingerprint, UNTRIED, now.plus(TWICE), 0);
            case Enforcement.Untried nobody ->
                new AdmitTrial(fingerprint, new AdmitEnforcement.UnconfirmedRules(nobody.why()), now.plus(SOON), 0);
        };
    }
}
