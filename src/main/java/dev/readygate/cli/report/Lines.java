package dev.readygate.cli.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.ActionItem;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.cli.report.DocumentSources.Standard;
import dev.readygate.cli.report.QuestionLine.DeploymentAnswer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The lines of several Deployments as one product: of each check the worst answer counts. */
record Lines(DocumentSources sources) {
    private static final Comparator<DeploymentAnswer> WORST_FIRST =
            Comparator.<DeploymentAnswer, QuestionState>comparing(
                            it -> QuestionState.of(it.result().outcome()))
                    .thenComparing(it -> it.result().score(), Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(DeploymentAnswer::deployment);

    List<QuestionLine> all() {
        var asked = asked();
        return Stream.concat(asked.values().stream(), notAsked(asked.keySet())).toList();
    }

    private Map<String, QuestionLine> asked() {
        var answers = sources.product().subjects().stream()
                .flatMap(subject ->
                        ofDocument(subject.report().checks()).map(it -> new DeploymentAnswer(subject.deployment(), it)))
                .collect(groupingBy(it -> it.result().name(), LinkedHashMap::new, toList()));
        var lines = new LinkedHashMap<String, QuestionLine>();
        answers.forEach((name, them) -> lines.put(name, line(them)));
        return lines;
    }

    /** Of two standards' checks of one name, a standard's document has its own. */
    private Stream<CheckResult> ofDocument(List<CheckResult> checks) {
        var names = checks.stream().map(CheckResult::name).collect(toSet());
        return checks.stream()
                .filter(it -> sources.standard()
                        .map(standard -> isOf(standard, it.name(), names))
                        .orElse(true));
    }

    private static boolean isOf(Standard standard, String check, Set<String> all) {
        var own = standard.name() + "/";
        return check.contains("/") ? check.startsWith(own) : !all.contains(own + check);
    }

    private QuestionLine line(List<DeploymentAnswer> answers) {
        var worst = answers.stream().min(WORST_FIRST).orElseThrow().result();
        return new QuestionLine(
                worst,
                QuestionState.of(worst.outcome()),
                answers,
                sources.question(worst.name()),
                action(worst.name()));
    }

    private Optional<ActionItem> action(String check) {
        return sources.product()
                .reports()
                .flatMap(it -> it.actions().stream())
                .filter(it -> check.equals(it.check()))
                .findFirst();
    }

    private Stream<QuestionLine> notAsked(Set<String> names) {
        var asked = names.stream().map(sources::nameInStandard).collect(toSet());
        return sources.standard().stream()
                .map(Standard::spec)
                .flatMap(standard -> standard.checks().stream()
                        .filter(it -> !asked.contains(it.name()))
                        .map(it -> notAsked(it, standard)));
    }

    private static QuestionLine notAsked(CheckSpec spec, ReadinessStandardSpec standard) {
        var action = Optional.ofNullable(spec.action())
                .map(it -> new ActionItem(
                        spec.priority(),
                        Defaults.fill(standard, it),
                        spec.effort(),
                        spec.owner(),
                        spec.name(),
                        spec.runbook()));
        var title = Optional.ofNullable(spec.title()).map(it -> Defaults.fill(standard, it));
        return new QuestionLine(
                question(spec, title.orElse(spec.name())),
                QuestionState.NotAsked,
                List.of(),
                Optional.of(spec),
                action);
    }

    private static CheckResult question(CheckSpec spec, String title) {
        return new CheckResult(
                spec.name(),
                title,
                spec.category(),
                null,
                null,
                spec.weight(),
                spec.required(),
                spec.gate(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
