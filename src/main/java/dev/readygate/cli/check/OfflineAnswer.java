package dev.readygate.cli.check;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.Finding;
import dev.readygate.checks.RuleResult;
import dev.readygate.facts.Outcome;
import java.util.List;

/**
 * What one check says of one Deployment.
 *
 * @param rules what each of its rules says; a check that means nothing as it is written has one, without a name
 */
public record OfflineAnswer(AskingPolicy asker, Finding finding, List<RuleResult> rules) {
    public OfflineAnswer {
        requireNonNull(asker, "asker");
        requireNonNull(finding, "finding");
        rules = List.copyOf(rules);
    }

    /**
     * Who wants to know.
     *
     * @param by the policies that ask it; empty for a pack that was named
     * @param blocking whether anything depends on the answer
     */
    public record AskingPolicy(String check, String by, boolean blocking) {}

    /** Under which each is known, wherever it is written. */
    public String id(RuleResult rule) {
        return rule.name().isEmpty() ? asker.check() : asker.check() + "/" + rule.name();
    }

    /** What does not pass fails, or could not be judged, unless it is waived. */
    boolean isAgainst() {
        return !finding.is(Outcome.Pass) && !finding.is(Outcome.Waived);
    }
}
