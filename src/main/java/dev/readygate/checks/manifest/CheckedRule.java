package dev.readygate.checks.manifest;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.text.BriefText;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One requirement of a manifest.
 *
 * @param fix the advice when a manifest breaks it
 * @param each tells which containers break it
 */
record CheckedRule(
        String name, CompiledExpression program, Optional<String> fix, double weight, Optional<EachContainer> each) {
    CheckedRule {
        requireNonNull(name, "name");
        requireNonNull(program, "program");
        requireNonNull(fix, "fix");
        requireNonNull(each, "each");
    }

    /**
     * @param why the reason if it is neither true nor false
     * @param containers those that break it
     */
    record Ruling(CheckedRule demand, Outcome outcome, String why, List<String> containers) {
        Ruling {
            containers = List.copyOf(containers);
        }

        private Ruling(CheckedRule demand, Outcome outcome, String why) {
            this(demand, outcome, why, List.of());
        }

        boolean is(Outcome expected) {
            return outcome == expected;
        }

        /** The remedy, or what is false. */
        String advice() {
            return outcome == Outcome.Fail ? Containers.before(containers, demand.whatToDo()) : why;
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
            case CelResult.Truth(var holds) ->
                holds
                        ? new Ruling(this, Outcome.Pass, "")
                        : new Ruling(this, Outcome.Fail, "", broken(manifest, values));
            case CelResult.Unfitting unfitting -> new Ruling(this, Outcome.Error, notKnown(unfitting.why()));
            case CelResult.TooCostly costly -> new Ruling(this, Outcome.Error, notKnown(costly.why()));
            case CelResult.CelNumber number -> throw new IllegalStateException("a truth was asked for");
        };
    }

    private List<String> broken(Manifest manifest, Map<String, Object> values) {
        return each.map(it -> it.broken(manifest, values)).orElse(List.of());
    }

    String isFalse() {
        return text() + " is false";
    }

    private String notKnown(String why) {
        return "%s is not known: %s".formatted(text(), why);
    }

    String text() {
        return BriefText.of(program.text());
    }
}
