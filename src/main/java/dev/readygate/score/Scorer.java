package dev.readygate.score;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.facts.Outcome;
import dev.readygate.score.Scorecard.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Score = Σ(weight × value) ÷ Σ(weight) over the answered checks: within each category first, then over the
 * categories by their own weights. An undeclared category, and the checks without one, weigh as much as their
 * answered checks, so that a missing answer never counts for or against the rest.
 */
public final class Scorer {
    private final Thresholds thresholds;
    private final Map<String, Double> declared;

    /** @param declared the weights of the categories that have one */
    public Scorer(Thresholds thresholds, Map<String, Double> declared) {
        this.thresholds = thresholds;
        this.declared = Map.copyOf(declared);
    }

    public Scorecard score(List<Weighed> findings) {
        var byCategory = findings.stream().collect(groupingBy(Weighed::category, LinkedHashMap::new, toList()));
        var score = score(byCategory);
        var coverage = coverage(byCategory);
        return new Scorecard(
                score,
                coverage,
                meaning(findings, score, coverage),
                meaning(findings, Steady.lessened(score), Steady.lessened(coverage)),
                byCategory.entrySet().stream()
                        .map(it -> category(it.getKey(), it.getValue()))
                        .toList());
    }

    private Scorecard.CategoryResult category(String name, List<Weighed> members) {
        var score = WeightedMean.of(members.stream().filter(Weighed::counts).toList(), Weighed::weight, Scorer::points);
        var weight = declared.containsKey(name) ? OptionalDouble.of(declared.get(name)) : OptionalDouble.empty();
        return new Scorecard.CategoryResult(name, score, weight, grade(score));
    }

    private OptionalDouble score(Map<String, List<Weighed>> byCategory) {
        var answered = byCategory.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(Weighed::counts))
                .toList();
        return WeightedMean.of(
                answered,
                it -> weight(it, Weighed::counts),
                it -> category(it.getKey(), it.getValue()).score().orElse(0));
    }

    /** Computed per category too: half of a category with little weight is little. */
    private double coverage(Map<String, List<Weighed>> byCategory) {
        var applying = byCategory.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(Weighed::applies))
                .toList();
        return WeightedMean.of(applying, it -> weight(it, Weighed::applies), it -> answered(it.getValue()))
                .orElse(0);
    }

    private static double answered(List<Weighed> members) {
        return 100 * sum(members, Weighed::counts) / Math.max(sum(members, Weighed::applies), Double.MIN_NORMAL);
    }

    private double weight(Map.Entry<String, List<Weighed>> category, Predicate<Weighed> of) {
        return sum(category.getValue(), of) > 0
                ? declared.getOrDefault(category.getKey(), sum(category.getValue(), of))
                : 0;
    }

    private static double sum(List<Weighed> findings, Predicate<Weighed> of) {
        return findings.stream().filter(of).mapToDouble(Weighed::weight).sum();
    }

    private static double points(Weighed finding) {
        return finding.points().orElseThrow();
    }

    private Meaning meaning(List<Weighed> findings, OptionalDouble score, double coverage) {
        return new Meaning(grade(score), verdict(findings, score, coverage));
    }

    private Optional<Grade> grade(OptionalDouble score) {
        return score.isPresent() ? Optional.of(thresholds.grade(score.getAsDouble())) : Optional.empty();
    }

    private Verdict verdict(List<Weighed> findings, OptionalDouble score, double coverage) {
        if (findings.stream().anyMatch(it -> it.requiredAnd(Outcome.Fail))) {
            return Verdict.Fail;
        }
        if (score.isEmpty()) {
            return Verdict.Unknown;
        }
        if (score.getAsDouble() < thresholds.conditional()) {
            return Verdict.Fail;
        }
        boolean seenEnough = coverage >= thresholds.minCoverage();
        boolean good = score.getAsDouble() >= thresholds.pass();
        boolean open = findings.stream().anyMatch(Scorer::requiredAndOpen);
        return good && seenEnough && !open ? Verdict.Pass : Verdict.Conditional;
    }

    /** A waived or unknown check has not failed, but it has not passed either. */
    private static boolean requiredAndOpen(Weighed finding) {
        return finding.requiredAnd(Outcome.Waived)
                || finding.requiredAnd(Outcome.Unknown)
                || finding.requiredAnd(Outcome.Error);
    }
}
