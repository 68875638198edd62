package dev.readygate.status;

import dev.readygate.api.v1alpha1.CategoryScore;
import dev.readygate.score.Scorecard;
import java.util.List;

/** The scores of the categories, without the nameless one of checks that have no category. */
final class CategoryLines {
    private CategoryLines() {}

    static List<CategoryScore> of(Report report) {
        var titles = report.agreement().titles();
        return report.card().categories().stream()
                .filter(it -> !it.name().isEmpty())
                .map(it -> line(it, titles.get(it.name())))
                .toList();
    }

    private static CategoryScore line(Scorecard.CategoryResult category, String title) {
        return new CategoryScore(
                category.name(),
                title,
                ReportComposer.floor(category.score()),
                weight(category),
                category.grade().orElse(null));
    }

    private static Integer weight(Scorecard.CategoryResult category) {
        return category.weight().isPresent() ? (int) category.weight().getAsDouble() : null;
    }
}
