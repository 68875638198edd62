package dev.readygate.checks.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.checks.EvidenceResult;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.cel.CelExpression;
import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CelValues;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.cel.Vocabulary;
import dev.readygate.checks.cel.Vocabulary.Gives;
import dev.readygate.checks.cel.Vocabulary.Sort;
import dev.readygate.checks.text.BriefText;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a check evaluates a piece of evidence: by its outcome, or by expressions over its data. */
record EvidenceRule(Optional<CompiledExpression> expression, Optional<CompiledExpression> score, ShownData shown) {
    private static final Vocabulary NAMES = new Vocabulary(Map.of("data", Sort.Anything, "outcome", Sort.Text));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double FULL = 100;

    /** Leaves out an expression that does not compile: a check with one asks nothing, see {@link #mistake}. */
    static EvidenceRule of(EvidenceCheck asked) {
        return new EvidenceRule(
                program(asked.expression(), Gives.Truth),
                program(asked.score(), Gives.Number),
                new ShownData(Optional.ofNullable(asked.show())));
    }

    private static Optional<CompiledExpression> program(String text, Gives gives) {
        return compiled(text, gives)
                .filter(CompiledExpression.class::isInstance)
                .map(CompiledExpression.class::cast);
    }

    private static Optional<CelExpression> compiled(String text, Gives gives) {
        return Optional.ofNullable(text).map(it -> CelExpression.of(it, NAMES, gives));
    }

    /** Why the check is invalid. */
    static Optional<String> mistake(EvidenceCheck asked) {
        return Stream.of(
                        mistake("expression", compiled(asked.expression(), Gives.Truth)),
                        mistake("score", compiled(asked.score(), Gives.Number)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> mistake(String field, Optional<CelExpression> compiled) {
        return compiled.filter(CelExpression.Invalid.class::isInstance)
                .map(CelExpression.Invalid.class::cast)
                .map(it -> "%s is no valid expression: %s".formatted(field, it.why()));
    }

    String limit() {
        return expression.map(it -> BriefText.of(it.text())).orElse(score.isPresent() ? "a score of 100" : "Pass");
    }

    EvidenceResult judge(EvidenceFact fact) {
        if (score.isEmpty()) {
            return outcome(fact);
        }
        return switch (score.get().answer(values(fact))) {
            case CelResult.CelNumber number -> partial(fact, number.value());
            case CelResult.Unfitting unfitting -> unfitting(fact, unfitting.why());
            case CelResult.TooCostly costly -> error(fact, costly.why());
            case CelResult.Truth truth -> throw new IllegalStateException("a number was asked for");
        };
    }

    /** The score gives the worth; it decides whether the evidence passes only if nothing else does. */
    private EvidenceResult partial(EvidenceFact fact, double worth) {
        if (!(worth >= 0 && worth <= FULL)) {
            return error(fact, "the score is not from 0 to 100");
        }
        var says = "%s is worth %s of 100".formatted(EvidenceSelection.name(fact), EvidenceResult.plain(worth));
        var measured = measured(fact, EvidenceResult.plain(worth));
        if (expression.isPresent() || fact.outcome().isPresent()) {
            var judged = outcome(fact);
            return judged.outcome() == Outcome.Unknown || judged.outcome() == Outcome.Error
                    ? judged
                    : judged.worth(worth);
        }
        return worth == FULL
                ? new EvidenceResult(FindingReason.EvidencePasses, says, measured).worth(worth)
                : new EvidenceResult(FindingReason.EvidenceFails, says, measured).worth(worth);
    }

    private EvidenceResult outcome(EvidenceFact fact) {
        return expression.map(it -> byExpression(fact, it)).orElseGet(() -> byOutcome(fact));
    }

    private EvidenceResult byOutcome(EvidenceFact fact) {
        var name = EvidenceSelection.name(fact);
        if (fact.outcome().isEmpty()) {
            var advice = "%s says neither Pass nor Fail: give the check an expression over its data".formatted(name);
            return new EvidenceResult(FindingReason.NoOutcome, advice, new Measured("", limit()));
        }
        return said(
                fact.outcome().get(),
                "%s says %s".formatted(name, fact.outcome().get()),
                fact);
    }

    private EvidenceResult byExpression(EvidenceFact fact, CompiledExpression program) {
        return switch (program.answer(values(fact))) {
            case CelResult.Truth truth ->
                said(truth.holds() ? Outcome.Pass : Outcome.Fail, is(fact, String.valueOf(truth.holds())), fact);
            case CelResult.Unfitting unfitting -> unfitting(fact, unfitting.why());
            case CelResult.TooCostly costly -> error(fact, costly.why());
            case CelResult.CelNumber number -> throw new IllegalStateException("a truth was asked for");
        };
    }

    private EvidenceResult said(Outcome outcome, String sentence, EvidenceFact fact) {
        var reason = outcome == Outcome.Pass ? FindingReason.EvidencePasses : FindingReason.EvidenceFails;
        var seen = expression.isPresent()
                ? String.valueOf(outcome == Outcome.Pass)
                : fact.outcome().map(Enum::name).orElse("");
        return new EvidenceResult(reason, sentence, measured(fact, seen));
    }

    private Measured measured(EvidenceFact fact, String otherwise) {
        return new Measured(shown.of(fact.data()).orElse(otherwise), limit());
    }

    /** Evidence without the data asked for speaks neither for the revision nor against it. */
    private EvidenceResult unfitting(EvidenceFact fact, String why) {
        return new EvidenceResult(FindingReason.DataUnfitting, is(fact, "not known: " + why), measured(fact, ""));
    }

    private EvidenceResult error(EvidenceFact fact, String why) {
        return new EvidenceResult(FindingReason.NotJudged, is(fact, "not known: " + why), new Measured("", limit()));
    }

    private String is(EvidenceFact fact, String what) {
        return "of %s, %s is %s".formatted(EvidenceSelection.name(fact), limit(), what);
    }

    private static Map<String, Object> values(EvidenceFact fact) {
        return Map.of(
                "data", CelValues.ofData(JSON.valueToTree(fact.data())),
                "outcome", fact.outcome().map(Enum::name).orElse(""));
    }
}
