package dev.readygate.cli.check;

import dev.readygate.checks.manifest.RuleResult;
import java.util.HashMap;
import java.util.Map;

/** Of equal answers one is kept: ten thousand Deployments break and keep the same rules. */
final class EqualAnswers {
    private final Map<RuleResult, RuleResult> rules = new HashMap<>();
    private final Map<OfflineAnswer, OfflineAnswer> answers = new HashMap<>();

    RuleResult one(RuleResult rule) {
        return rules.computeIfAbsent(rule, it -> it);
    }

    OfflineAnswer one(OfflineAnswer answer) {
        return answers.computeIfAbsent(answer, it -> it);
    }
}
