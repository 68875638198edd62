package dev.readygate.score;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.facts.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Score = Σ(weight × value) ÷ Σ(weight) over what was answered. Within a category first, then over the categories by
 * their own weights; checks without a category form one of their own.
 */
public final class Scorer {
    private final Thresholds thresholds;
    private final Map<String, Double> categoryWeights;

    /** @param categoryWeights the weight of each category; one not named here weighs as much as its checks together */
    public Scorer(Thresholds thresholds, Map<String, Double> categoryWeights) {
        this.thresholds = thresholds;
        this.categoryWeights = Map.copyOf(categoryWeights);
    }

    public Scorecard score(List<Weighed> findings) {
        var categories = categories(findings);
        var score = overall(categories);
        var coverage = coverage(findings);
        var grade = grade(score);
        return new Scorecard(score, coverage, grade, verdict(findings, score, coverage), categories);
    }

    private List<Scorecard.Category> categories(List<Weighed> findings) {
        var byName = findings.stream()
                .collect(Collectors.groupingBy(Weighed::category, LinkedHashMap::new, Collectors.toList()));
        var categories = new ArrayList<Scorecard.Category>();
        byName.forEach((name, members) -> categories.add(category(name, members)));
        return categories;
    }

    private Scorecard.Category category(String name, List<Weighed> members) {
        var score = mean(members);
        double own = members.stream().mapToDouble(Weighed::weight).sum();
        return new Scorecard.Category(name, score, categoryWeights.getOrDefault(name, own), grade(score));
    }

    private static OptionalDouble mean(List<Weighed> findings) {
        double weight = 0;
        double sum = 0;
        for (var it : findings) {
            if (it.counts()) {
                weight += it.weight();
                sum += it.weight() * it.value();
            }
        }
        return weight > 0 ? OptionalDouble.of(100 * sum / weight) : OptionalDouble.empty();
    }

    private static OptionalDouble overall(List<Scorecard.Category> categories) {
        double weight = 0;
        double sum = 0;
        for (var it : categories) {
            if (it.score().isPresent()) {
                weight += it.weight();
                sum += it.weight() * it.score().getAsDouble();
            }
        }
        return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
    }

    private static double coverage(List<Weighed> findings) {
        double total = findings.stream()
                .filter(Weighed::applies)
                .mapToDouble(Weighed::weight)
                .sum();
        double answered = findings.stream()
                .filter(Weighed::counts)
                .mapToDouble(Weighed::weight)
                .sum();
        return total > 0 ? 100 * answered / total : 0;
    }

    private Optional<Grade> grade(OptionalDouble score) {
        return score.isPresent() ? Optional.of(thresholds.grade(score.getAsDouble())) : Optional.empty();
    }

    private Verdict verdict(List<Weighed> findings, OptionalDouble score, double coverage) {
        if (required(findings, Outcome.Fail)) {
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
        return good && seenEnough && !requiredUnanswered(findings) ? Verdict.Pass : Verdict.Conditional;
    }

    /** Excused or unknown is not failed, but nobody could call it passed either. */
    private static boolean requiredUnanswered(List<Weighed> findings) {
        return required(findings, Outcome.Waived)
                || required(findings, Outcome.Unknown)
                || required(findings, Outcome.Error);
    }

    private static boolean required(List<Weighed> findings, Outcome outcome) {
        return findings.stream().anyMatch(it -> it.required() && it.finding().is(outcome));
    }
}
