package dev.readygate.score;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the findings amount to.
 *
 * @param score 0–100 over what was answered; none when nothing was
 * @param coverage how much of the weight was answered, 0–100
 */
public record Scorecard(
        OptionalDouble score, double coverage, Optional<Grade> grade, Verdict verdict, List<Category> categories) {

    public Scorecard {
        requireNonNull(score, "score");
        requireNonNull(grade, "grade");
        requireNonNull(verdict, "verdict");
        categories = List.copyOf(categories);
    }

    /** The same numbers for the checks of one category. */
    public record Category(String name, OptionalDouble score, double weight, Optional<Grade> grade) {}
}
