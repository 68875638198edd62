package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.checks.AllChecks;
import dev.readygate.checks.Check;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.MergedCheck;
import dev.readygate.policy.RolloutTerms;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the policies agreed on, as rules that can be applied. */
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
     * For a revision that is on its way since the policies said something else: what lets it pass counts at once, what
     * is harder counts from the next one on. A check at a gate that was changed passes by its old or its new words; one
     * that is new, or newly at a gate, is only scored. Gate Admit is about the next one anyway.
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
