package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Author;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a line as a sentence. */
final class LineSentences {
    private LineSentences() {}

    static DocumentText evidence(DocumentModel matter, QuestionLine line) {
        var statement = matter.evidence(line).stream().findFirst();
        var text = Stream.of(Optional.of(line.title() + seen(line)), statement.map(LineSentences::source))
                .flatMap(Optional::stream)
                .collect(joining("; "));
        return DocumentText.of(text).to(statement.map(it -> it.spec().link()).orElse(null));
    }

    /** Leaves out a value of true, or one equal to the limit: the pass already means this. */
    private static String seen(QuestionLine line) {
        var value = line.worst().value();
        return value == null
                        || value.isEmpty()
                        || value.equals("true")
                        || value.equals(line.worst().limit())
                ? ""
                : ": " + value + limit(line);
    }

    private static String limit(QuestionLine line) {
        return LimitWords.of(line.worst()).map(it -> " (limit " + it + ")").orElse("");
    }

    static String source(StatedEvidence statement) {
        return "%s by %s on %s".formatted(statement.spec().type(), author(statement), Dates.day(statement.made()));
    }

    static String author(StatedEvidence statement) {
        return Optional.ofNullable(statement.spec().by()).map(Author::user).orElse("somebody");
    }

    static DocumentText gap(QuestionLine line) {
        var why = Stream.of(
                        line.why(),
                        line.worst().value() == null
                                ? ""
                                : "seen " + line.worst().value() + limit(line))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .map(": "::concat)
                .orElse("");
        return DocumentText.of("%s (%s%s)%s"
                .formatted(line.title(), line.state().cell().text(), line.required() ? ", required" : "", why));
    }

    /** The action with its priority, effort and owner. */
    static DocumentText action(QuestionLine line) {
        var about = Stream.of(
                        line.priority().map(Enum::name).orElse(null),
                        emptyAsNull(line.effort()),
                        emptyAsNull(line.owner()))
                .filter(Objects::nonNull)
                .collect(joining(", "));
        return DocumentText.of(line.todo() + (about.isEmpty() ? "" : " (" + about + ")"))
                .to(line.runbook().orElse(null));
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
