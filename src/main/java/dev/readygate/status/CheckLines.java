package dev.readygate.status;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.ActionItem;
import dev.readygate.checks.Finding;
import dev.readygate.policy.MergedCheck;
import dev.readygate.score.Weighed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line for each check, and the actions for failing ones.
 *
 * @param earlier the lines of the previous report, if it is about the same revision
 */
record CheckLines(List<MergedCheck> checks, Map<String, Finding> findings, Map<String, CheckResult> earlier) {

    static CheckLines of(Report report) {
        return new CheckLines(
                report.agreement().checks(),
                report.decision().findings().stream().collect(Collectors.toMap(Finding::check, Function.identity())),
                report.previousOnTheRevision().stream()
                        .flatMap(it -> it.checks().stream())
                        .collect(Collectors.toMap(CheckResult::name, Function.identity(), (first, _) -> first)));
    }

    List<CheckResult> results() {
        return checks.stream().map(this::result).toList();
    }

    private CheckResult result(MergedCheck agreed) {
        var spec = agreed.spec();
        var finding = findings.get(spec.name());
        return new CheckResult(
                spec.name(),
                spec.title(),
                spec.category(),
                outcome(finding),
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
                agreed.askedBy());
    }

    private static CheckOutcome outcome(Finding finding) {
        return CheckOutcome.valueOf(finding.outcome().name());
    }

    private static Double score(CheckSpec spec, Finding finding) {
        var points = Weighed.of(spec, finding).points();
        return points.isPresent() ? points.getAsDouble() : null;
    }

    /** After a restart the operator asks anew: what was so before has been so since then. */
    private Instant since(Finding finding) {
        var since =
                finding.since().map(it -> it.truncatedTo(ChronoUnit.SECONDS)).orElse(null);
        return Optional.ofNullable(earlier.get(finding.check()))
                .filter(it -> saysTheSame(it, finding))
                .map(CheckResult::since)
                .filter(it -> since != null && it.isBefore(since))
                .orElse(since);
    }

    private static boolean saysTheSame(CheckResult before, Finding finding) {
        return before.outcome() == outcome(finding)
                && Optional.ofNullable(before.evidence()).equals(finding.basis().evidence())
                && Optional.ofNullable(before.waivedBy()).equals(finding.basis().waiver());
    }

    /** The open actions, the most urgent first. A check without its first answer opens none. */
    List<ActionItem> actions() {
        return checks.stream()
                .map(MergedCheck::spec)
                .filter(it -> it.action() != null && isOpen(findings.get(it.name())))
                .map(CheckLines::action)
                .sorted(Comparator.comparing(ActionItem::priority, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static boolean isOpen(Finding finding) {
        return switch (finding.outcome()) {
            case Fail, Error -> true;
            case Unknown -> !finding.awaitsItsFirstAnswer();
            case Pass, Waived, NotApplicable -> false;
        };
    }

    private static ActionItem action(CheckSpec spec) {
        return new ActionItem(spec.priority(), spec.action(), spec.effort(), spec.owner(), spec.name(), spec.runbook());
    }

    /** An empty text is left out of the report. */
    static String nullIfEmpty(String text) {
        return Objects.equals(text, "") ? null : text;
    }
}
