package dev.readygate.cli.check;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.Finding;
import dev.readygate.checks.manifest.RuleResult;
import dev.readygate.facts.Outcome;
import java.util.List;

/**
 * The answer of one check for one Deployment.
 *
 * @param rules the result of each rule; an invalid check has a single one without a name
 */
public record OfflineAnswer(AskingPolicy policy, Finding finding, List<RuleResult> rules) {
    public OfflineAnswer {
        requireNonNull(policy, "policy");
        requireNonNull(finding, "finding");
        rules = List.copyOf(rules);
    }

    /**
     * The policies that have the check.
     *
     * @param by the names of the policies; empty for a named pack
     * @param blocking whether the answer can hold or deny a release
     */
    public record AskingPolicy(String check, String by, boolean blocking) {}

    /** The same in every format. */
    public String id(RuleResult rule) {
        return rule.name().isEmpty() ? policy.check() : policy.check() + "/" + rule.name();
    }

    /** Neither a pass nor waived. */
    boolean isAgainst() {
        return !finding.is(Outcome.Pass) && !finding.is(Outcome.Waived);
    }
}
