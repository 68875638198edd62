package dev.readygate.status;

import dev.readygate.api.v1alpha1.ActionItem;
import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Outcome;
import dev.readygate.score.Weighed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One line a check, and what is to be done about those that fail. */
record CheckLines(List<CheckSpec> checks, Map<String, Finding> findings) {

    CheckLines(List<CheckSpec> checks, List<Finding> findings) {
        this(checks, findings.stream().collect(Collectors.toMap(Finding::check, Function.identity())));
    }

    List<CheckResult> results() {
        return checks.stream().map(it -> result(it, findings.get(it.name()))).toList();
    }

    private static CheckResult result(CheckSpec spec, Finding finding) {
        return new CheckResult(
                spec.name(),
                spec.title(),
                spec.category(),
                CheckOutcome.valueOf(finding.outcome().name()),
                score(spec, finding),
                spec.weight(),
                spec.required(),
                spec.gate(),
                nullIfEmpty(finding.value().seen()),
                nullIfEmpty(finding.value().limit()),
                finding.message(),
                since(finding),
                finding.basis().evidence().orElse(null),
                finding.basis().waiver().orElse(null),
                null);
    }

    private static Double score(CheckSpec spec, Finding finding) {
        var points = Weighed.of(spec, finding).points();
        return points.isPresent() ? points.getAsDouble() : null;
    }

    private static Instant since(Finding finding) {
        return finding.since().map(it -> it.truncatedTo(ChronoUnit.SECONDS)).orElse(null);
    }

    /** The most urgent first. */
    List<ActionItem> actions() {
        return checks.stream()
                .filter(it -> it.action() != null && findings.get(it.name()).is(Outcome.Fail))
                .map(CheckLines::action)
                .sorted(Comparator.comparing(ActionItem::priority, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static ActionItem action(CheckSpec spec) {
        return new ActionItem(spec.priority(), spec.action(), spec.effort(), spec.owner(), spec.name(), spec.runbook());
    }

    private static String nullIfEmpty(String text) {
        return Objects.equals(text, "") ? null : text;
    }
}
