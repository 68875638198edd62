package dev.readygate.cli.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Grade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The strongest and the weakest rows in a sentence: a reader wants to know both before the tables. */
record Extremes(DocumentModel matter) {
    private static final int NAMED = 3;

    /** Empty while no row that counts has a score. */
    Optional<String> text() {
        return Stream.of(sentence("Strongest", strong()), sentence("Weakest", weak()))
                .flatMap(Optional::stream)
                .reduce((strongest, weakest) -> strongest + " " + weakest);
    }

    private List<CategoryRow> strong() {
        return scored().filter(it -> grade(it) == Grade.Green)
                .sorted(comparing(it -> it.value().orElseThrow(), reverseOrder()))
                .limit(NAMED)
                .toList();
    }

    private List<CategoryRow> weak() {
        return scored().filter(it -> grade(it) != Grade.Green)
                .sorted(comparing(it -> it.value().orElseThrow()))
                .limit(NAMED)
                .toList();
    }

    private Stream<CategoryRow> scored() {
        return matter.overall().counted().stream();
    }

    private Grade grade(CategoryRow row) {
        return matter.words().grade(BigDecimal.valueOf(row.value().orElseThrow()));
    }

    private Optional<String> sentence(String what, List<CategoryRow> rows) {
        return Optional.of(rows.stream().map(this::named).collect(joining(", ")))
                .filter(it -> !it.isEmpty())
                .map(it -> "%s: %s.".formatted(what, it));
    }

    private String named(CategoryRow row) {
        return "%s (%s)".formatted(row.title(), matter.words().score(row).text());
    }
}
