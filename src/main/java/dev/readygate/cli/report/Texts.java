package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Author;
import dev.readygate.cli.document.Cell;
import dev.readygate.cli.report.Sources.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Lines as sentences. */
final class Texts {
    private Texts() {}

    static Cell evidence(Matter matter, Line line) {
        var statement = matter.evidence(line).stream().findFirst();
        var text = Stream.of(Optional.of(line.title() + seen(line)), statement.map(Texts::source))
                .flatMap(Optional::stream)
                .collect(joining("; "));
        return Cell.of(text).to(statement.map(it -> it.spec().link()).orElse(null));
    }

    /** That an expression is true, or that what was wanted was seen, is what passing means. */
    private static String seen(Line line) {
        var value = line.worst().value();
        return value == null
                        || value.isEmpty()
                        || value.equals("true")
                        || value.equals(line.worst().limit())
                ? ""
                : ": " + value + limit(line);
    }

    private static String limit(Line line) {
        return line.worst().limit() == null ? "" : " (limit " + line.worst().limit() + ")";
    }

    static String source(Statement statement) {
        return "%s by %s on %s".formatted(statement.spec().type(), author(statement), Dates.day(statement.made()));
    }

    static String author(Statement statement) {
        return Optional.ofNullable(statement.spec().by()).map(Author::user).orElse("somebody");
    }

    static Cell gap(Line line) {
        var why = Stream.of(
                        line.why(),
                        line.worst().value() == null
                                ? ""
                                : "seen " + line.worst().value() + limit(line))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .map(": "::concat)
                .orElse("");
        return Cell.of("%s (%s%s)%s"
                .formatted(line.title(), line.state().cell().text(), line.required() ? ", required" : "", why));
    }

    /** What, how urgent, how much work, whose. */
    static Cell action(Line line) {
        var about = Stream.of(
                        line.priority().map(Enum::name).orElse(null),
                        emptyAsNull(line.effort()),
                        emptyAsNull(line.owner()))
                .filter(Objects::nonNull)
                .collect(joining(", "));
        return Cell.of(line.todo() + (about.isEmpty() ? "" : " (" + about + ")"))
                .to(line.runbook().orElse(null));
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
