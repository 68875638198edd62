package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.checks.Check;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.MergedCheck;
import dev.readygate.policy.RolloutTerms;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the effective policy of a Deployment into rules that can be applied. */
public final class Rulebook {
    private Rulebook() {}

    public static Rules of(EffectivePolicy agreement) {
        return new Rules(
                agreement.enforced(),
                agreement.rollout(),
                agreement.checks().stream().map(Rulebook::rule).toList(),
                agreement.drivenBy(),
                warned(agreement));
    }

    private static Map<String, Gate> warned(EffectivePolicy agreement) {
        return agreement.checks().stream()
                .filter(it -> it.warned().isPresent())
                .collect(Collectors.toMap(
                        it -> it.spec().name(), it -> it.warned().orElseThrow()));
    }

    /**
     * The rules for a rollout that began before the policies changed: a relaxation counts at once, a stricter rule
     * counts from the next revision on. A check that changed at a gate passes by its old or its new version; a
     * check that is new, or newly at a gate, is only scored. Gate Admit is about the next template anyway.
     */
    public static Rules inFlight(RolloutTerms atTheStart, EffectivePolicy now) {
        var rules = now.checks().stream()
                .map(it -> rule(it, atTheStart.named(it.spec().name())))
                .toList();
        return new Rules(
                now.enforced(), now.rollout().notLongerThan(atTheStart.rollout()), rules, now.drivenBy(), warned(now));
    }

    private static GateRule rule(MergedCheck now, Optional<MergedCheck> atTheStart) {
        var rule = rule(now);
        if (now.gate().equals(Optional.of(Gate.Admit))) {
            return rule;
        }
        return atTheStart
                .map(it -> it.asksTheSameAs(now) || now.gate().isEmpty() ? rule : rule.orAs(rule(it)))
                .orElseGet(rule::onlyScored);
    }

    private static GateRule rule(MergedCheck agreed) {
        var spec = agreed.spec();
        return new GateRule(spec.name(), agreed.gate(), spec.whenNoData(), check(agreed));
    }

    private static Check check(MergedCheck agreed) {
        return agreed.mistake()
                .map(it -> AllChecks.misworded(agreed.spec(), it))
                .orElseGet(() -> AllChecks.of(agreed.variants()));
    }
}
