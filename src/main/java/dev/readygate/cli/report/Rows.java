package dev.readygate.cli.report;

import static java.util.function.Predicate.not;

import dev.readygate.api.v1alpha1.Category;
import dev.readygate.api.v1alpha1.CategoryScore;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The categories of the standard in its order; without a standard, those of the reports. */
record Rows(DocumentSources sources, List<QuestionLine> lines) {

    List<CategoryRow> all() {
        return Stream.concat(keys().map(this::row), rest().stream()).toList();
    }

    private Stream<String> keys() {
        return sources.standard()
                .map(it -> it.spec().categories().stream().map(Category::name))
                .orElseGet(() -> scores().map(CategoryScore::name).distinct());
    }

    private Stream<CategoryScore> scores() {
        return sources.product().reports().flatMap(it -> it.categories().stream());
    }

    private CategoryRow row(String key) {
        return new CategoryRow(
                new CategoryRow.RowName(Optional.of(key), title(key), description(key)),
                lines.stream().filter(it -> key.equals(category(it))).toList(),
                known(key),
                declared(key));
    }

    /** Checks without a category; with a standard, only the standard's. */
    private Optional<CategoryRow> rest() {
        var them =
                lines.stream().filter(it -> category(it) == null && isOurs(it)).toList();
        return Optional.of(new CategoryRow(
                        new CategoryRow.RowName(Optional.empty(), "Checks of no category", Optional.empty()),
                        them,
                        Optional.empty(),
                        Optional.empty()))
                .filter(not(it -> it.lines().isEmpty()));
    }

    private boolean isOurs(QuestionLine line) {
        return sources.standard()
                .map(it -> it.spec().checks().stream()
                        .anyMatch(check -> check.name().equals(sources.nameInStandard(line.name()))))
                .orElse(true);
    }

    /** The category of the standard, if a policy moved its check to a category without a row. */
    private String category(QuestionLine line) {
        var here = line.worst().category();
        return sources.standard().isEmpty() || isRow(here)
                ? here
                : line.question().map(it -> it.category()).filter(this::isRow).orElse(here);
    }

    private boolean isRow(String category) {
        return keys().anyMatch(it -> it.equals(category));
    }

    private String title(String key) {
        return Stream.concat(
                        scores().filter(it -> it.name().equals(key)).map(CategoryScore::title),
                        ofStandard(key).map(Category::title))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(key);
    }

    /** The words of a policy count before those of the standard. */
    private Optional<String> description(String key) {
        var ofPolicies = sources.policies().stream()
                .flatMap(it -> it.categories().stream())
                .filter(it -> it.name().equals(key));
        return Stream.concat(ofPolicies, ofStandard(key))
                .map(Category::description)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Stream<Category> ofStandard(String key) {
        return sources.standard().stream()
                .flatMap(it -> it.spec().categories().stream())
                .filter(it -> it.name().equals(key));
    }

    private Optional<Integer> known(String key) {
        return sources.product().isSeveral() || !isWhole(key)
                ? Optional.empty()
                : scores().filter(it -> it.name().equals(key))
                        .map(CategoryScore::score)
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    /** Whether the operator scored these lines, and not those of another standard beside them. */
    private boolean isWhole(String key) {
        return sources.product()
                .reports()
                .flatMap(it -> it.checks().stream())
                .filter(it -> key.equals(it.category()))
                .allMatch(it -> lines.stream().anyMatch(line -> line.name().equals(it.name())));
    }

    /** The highest weight in a policy; without one, the standard's. */
    private Optional<Integer> declared(String key) {
        return scores().filter(it -> it.name().equals(key))
                .map(CategoryScore::weight)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .or(() -> ofStandard(key).map(Category::weight).findFirst());
    }
}
