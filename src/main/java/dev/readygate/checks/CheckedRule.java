package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One requirement of a manifest.
 *
 * @param fix the advice when a manifest breaks it
 */
record CheckedRule(String name, CompiledExpression program, Optional<String> fix, double weight) {
    CheckedRule {
        requireNonNull(name, "name");
        requireNonNull(program, "program");
        requireNonNull(fix, "fix");
    }

    /** @param why the reason if it is neither true nor false */
    record Ruling(CheckedRule demand, Outcome outcome, String why) {
        boolean is(Outcome expected) {
            return outcome == expected;
        }

        /** The remedy, or what is false. */
        String advice() {
            return outcome == Outcome.Fail ? demand.whatToDo() : why;
        }
    }

    boolean looksAround() {
        return !around().isEmpty();
    }

    /** The names it reads beyond object. */
    Set<String> around() {
        return ManifestNames.AROUND.stream().filter(program::reads).collect(Collectors.toUnmodifiableSet());
    }

    String whatToDo() {
        return fix.orElseGet(this::isFalse);
    }

    Ruling rule(Manifest manifest, Map<String, Object> values) {
        if (looksAround() && manifest.around().isEmpty()) {
            return new Ruling(this, Outcome.Unknown, "the objects around the Deployment are not known yet");
        }
        return switch (program.answer(values)) {
            case CelResult.Truth truth -> new Ruling(this, truth.holds() ? Outcome.Pass : Outcome.Fail, "");
            case CelResult.Unfitting unfitting -> new Ruling(this, Outcome.Error, notKnown(unfitting.why()));
            case CelResult.TooCostly costly -> new Ruling(this, Outcome.Error, notKnown(costly.why()));
            case CelResult.CelNumber number -> throw new IllegalStateException("a truth was asked for");
        };
    }

    private String isFalse() {
        return text() + " is false";
    }

    private String notKnown(String why) {
        return "%s is not known: %s".formatted(text(), why);
    }

    String text() {
        return AnswerRule.brief(program.text());
    }
}
