package dev.readygate.gate;

import dev.readygate.checks.AllChecks;
import dev.readygate.checks.Check;
import dev.readygate.policy.Agreed;
import dev.readygate.policy.Agreement;

/** What the policies agreed on, as rules that can be applied. */
public final class Rulebook {
    private Rulebook() {}

    public static Rules of(Agreement agreement) {
        return new Rules(
                agreement.enforced(),
                agreement.rollout(),
                agreement.checks().stream().map(Rulebook::rule).toList());
    }

    private static Rule rule(Agreed agreed) {
        var spec = agreed.spec();
        return new Rule(spec.name(), agreed.gate(), spec.whenNoData(), check(agreed));
    }

    private static Check check(Agreed agreed) {
        return agreed.mistake()
                .map(it -> AllChecks.misworded(agreed.spec(), it))
                .orElseGet(() -> AllChecks.of(agreed.variants()));
    }
}
