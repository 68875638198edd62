package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The reasons of the verdict. */
final class VerdictReasons {
    private static final Set<String> PLAIN = Set.of("", "true", "false", "Pass", "Fail");

    private VerdictReasons() {}

    static Optional<String> because(DocumentModel matter) {
        var reasons = reasons(matter).toList();
        var verdict = matter.words().verdict(matter.overall().verdict()).text();
        return reasons.isEmpty()
                ? Optional.of(verdict + ": nothing that is required is open.").filter(_ -> passes(matter))
                : Optional.of(verdict + ", because " + String.join("; ", reasons) + ".");
    }

    private static boolean passes(DocumentModel matter) {
        return matter.overall().verdict() == Verdict.Pass;
    }

    private static Stream<String> reasons(DocumentModel matter) {
        var overall = matter.overall();
        var scoring = matter.words().scoring();
        var tooLow = overall.score()
                .filter(it -> Overall.isBelow(it, scoring.pass()))
                .map(it -> "the overall number is below " + matter.words().score(scoring.pass()));
        var tooLittle = Optional.of(overall.coverage())
                .filter(it -> it < scoring.minCoverage())
                .map(it ->
                        "%d %% of the weight is answered, and %d %% are needed".formatted(it, scoring.minCoverage()));
        return Stream.of(
                        named(matter, "required and failing: ", it -> it.state() == QuestionState.Fail),
                        named(matter, "required and without an answer: ", VerdictReasons::isUnanswered),
                        named(matter, "required and waived: ", it -> it.state() == QuestionState.Waived),
                        tooLow,
                        tooLittle)
                .flatMap(Optional::stream);
    }

    /** Its title and what was seen, unless that says no more than the outcome. */
    private static String named(QuestionLine line) {
        var seen = Optional.ofNullable(line.worst().value()).filter(it -> !PLAIN.contains(it));
        return "“%s”%s".formatted(line.title(), seen.map(" (%s)"::formatted).orElse(""));
    }

    private static boolean isUnanswered(QuestionLine line) {
        return List.of(QuestionState.Error, QuestionState.Unknown, QuestionState.NotAsked)
                .contains(line.state());
    }

    private static Optional<String> named(DocumentModel matter, String what, Predicate<QuestionLine> which) {
        return Optional.of(matter.lines()
                        .filter(QuestionLine::required)
                        .filter(which)
                        .map(VerdictReasons::named)
                        .distinct()
                        .collect(joining(", ")))
                .filter(it -> !it.isEmpty())
                .map(what::concat);
    }
}
