package dev.readygate.checks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.cel.Answer;
import dev.readygate.checks.cel.Expression;
import dev.readygate.checks.cel.Program;
import dev.readygate.checks.cel.Values;
import dev.readygate.checks.cel.Vocabulary;
import dev.readygate.checks.cel.Vocabulary.Gives;
import dev.readygate.checks.cel.Vocabulary.Sort;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a check makes of a piece of evidence: by its outcome, or by expressions over its data. */
record EvidenceRule(Optional<Program> expression, Optional<Program> score) {
    private static final Vocabulary NAMES = new Vocabulary(Map.of("data", Sort.Anything, "outcome", Sort.Text));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double FULL = 100;

    /** An expression that does not compile is left out: whoever has one asks nothing, see {@link #mistake}. */
    static EvidenceRule of(EvidenceCheck asked) {
        return new EvidenceRule(program(asked.expression(), Gives.Truth), program(asked.score(), Gives.Number));
    }

    private static Optional<Program> program(String text, Gives gives) {
        return compiled(text, gives).filter(Program.class::isInstance).map(Program.class::cast);
    }

    private static Optional<Expression> compiled(String text, Gives gives) {
        return Optional.ofNullable(text).map(it -> Expression.of(it, NAMES, gives));
    }

    /** What is wrong with it as it is written. */
    static Optional<String> mistake(EvidenceCheck asked) {
        return Stream.of(
                        mistake("expression", compiled(asked.expression(), Gives.Truth)),
                        mistake("score", compiled(asked.score(), Gives.Number)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> mistake(String field, Optional<Expression> compiled) {
        return compiled.filter(Expression.Invalid.class::isInstance)
                .map(Expression.Invalid.class::cast)
                .map(it -> "%s is no valid expression: %s".formatted(field, it.why()));
    }

    String limit() {
        return expression.map(it -> AnswerRule.brief(it.text())).orElse(score.isPresent() ? "a score of 100" : "Pass");
    }

    Judged judge(EvidenceFact fact) {
        if (score.isEmpty()) {
            return outcome(fact);
        }
        return switch (score.get().answer(values(fact))) {
            case Answer.Number number -> partial(fact, number.value());
            case Answer.Unfitting unfitting -> unfitting(fact, unfitting.why());
            case Answer.TooCostly costly -> error(fact, costly.why());
            case Answer.Truth truth -> throw new IllegalStateException("a number was asked for");
        };
    }

    /** The score says what it is worth; whether it passes is another question, unless nothing else answers that. */
    private Judged partial(EvidenceFact fact, double worth) {
        if (!(worth >= 0 && worth <= FULL)) {
            return error(fact, "the score is not from 0 to 100");
        }
        var says = "%s is worth %s of 100".formatted(Testimony.name(fact), Judged.plain(worth));
        var measured = new Measured(Judged.plain(worth), limit());
        if (expression.isPresent() || fact.outcome().isPresent()) {
            var judged = outcome(fact);
            return judged.outcome() == Outcome.Unknown || judged.outcome() == Outcome.Error
                    ? judged
                    : judged.worth(worth);
        }
        return worth == FULL
                ? new Judged(Outcome.Pass, "EvidencePasses", says, measured).worth(worth)
                : new Judged(Outcome.Fail, "EvidenceFails", says, measured).worth(worth);
    }

    private Judged outcome(EvidenceFact fact) {
        return expression.map(it -> byExpression(fact, it)).orElseGet(() -> byOutcome(fact));
    }

    private Judged byOutcome(EvidenceFact fact) {
        var name = Testimony.name(fact);
        if (fact.outcome().isEmpty()) {
            var advice = "%s says neither Pass nor Fail: give the check an expression over its data".formatted(name);
            return new Judged(Outcome.Unknown, "NoOutcome", advice, new Measured("", limit()));
        }
        return said(
                fact.outcome().get(),
                "%s says %s".formatted(name, fact.outcome().get()),
                fact);
    }

    private Judged byExpression(EvidenceFact fact, Program program) {
        return switch (program.answer(values(fact))) {
            case Answer.Truth truth ->
                said(truth.holds() ? Outcome.Pass : Outcome.Fail, is(fact, String.valueOf(truth.holds())), fact);
            case Answer.Unfitting unfitting -> unfitting(fact, unfitting.why());
            case Answer.TooCostly costly -> error(fact, costly.why());
            case Answer.Number number -> throw new IllegalStateException("a truth was asked for");
        };
    }

    private Judged said(Outcome outcome, String sentence, EvidenceFact fact) {
        var reason = outcome == Outcome.Pass ? "EvidencePasses" : "EvidenceFails";
        var seen = expression.isPresent()
                ? String.valueOf(outcome == Outcome.Pass)
                : fact.outcome().map(Enum::name).orElse("");
        return new Judged(outcome, reason, sentence, new Measured(seen, limit()));
    }

    /** Evidence that does not say what was asked says nothing, neither for the revision nor against it. */
    private Judged unfitting(EvidenceFact fact, String why) {
        return new Judged(Outcome.Unknown, "DataUnfitting", is(fact, "not known: " + why), new Measured("", limit()));
    }

    private Judged error(EvidenceFact fact, String why) {
        return new Judged(Outcome.Error, "NotJudged", is(fact, "not known: " + why), new Measured("", limit()));
    }

    private String is(EvidenceFact fact, String what) {
        return "of %s, %s is %s".formatted(Testimony.name(fact), limit(), what);
    }

    private static Map<String, Object> values(EvidenceFact fact) {
        return Map.of(
                "data", Values.ofData(JSON.valueToTree(fact.data())),
                "outcome", fact.outcome().map(Enum::name).orElse(""));
    }
}
