package dev.readygate.score;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The scores of one Deployment.
 *
 * @param score 0–100 over the answered checks; empty if there is none
 * @param coverage how much of the weight was answered, 0–100
 * @param exactly the meaning of these numbers
 * @param surely their meaning if they were a little lower, see {@link Steady}
 * @param categories the same numbers by category
 */
public record Scorecard(
        OptionalDouble score, double coverage, Meaning exactly, Meaning surely, List<CategoryResult> categories) {

    public Scorecard {
        requireNonNull(score, "score");
        requireNonNull(exactly, "exactly");
        requireNonNull(surely, "surely");
        categories = List.copyOf(categories);
    }

    public Optional<Grade> grade() {
        return exactly.grade();
    }

    public Verdict verdict() {
        return exactly.verdict();
    }

    public record Meaning(Optional<Grade> grade, Verdict verdict) {
        public Meaning {
            requireNonNull(grade, "grade");
            requireNonNull(verdict, "verdict");
        }
    }

    /**
     * The same numbers for the checks of one category.
     *
     * @param weight as declared; an undeclared category weighs as much as its answered checks
     */
    public record CategoryResult(String name, OptionalDouble score, OptionalDouble weight, Optional<Grade> grade) {
        public CategoryResult {
            requireNonNull(name, "name");
            requireNonNull(score, "score");
            requireNonNull(weight, "weight");
            requireNonNull(grade, "grade");
        }
    }
}
