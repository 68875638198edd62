package dev.readygate.checks.manifest;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ManifestCheck;
import dev.readygate.checks.text.BriefText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A manifest check as the API server evaluates it.
 *
 * @param several the check has named rules, rather than one expression
 */
public record AdmitExpressions(String check, boolean several, List<AdmitExpression> rules, ObjectNode params) {
    private static final int LONGEST_ADVICE = 200;

    /** Functions of CEL, and of the libraries that every API server has from 1.30 on. */
    private static final Set<String> KNOWN = Set.of(
            ("all bool bytes charAt contains double duration dyn endsWith exists find findAll getDate getDayOfMonth"
                            + " getDayOfWeek getDayOfYear getFullYear getHours getMilliseconds getMinutes getMonth"
                            + " getSeconds hasValue indexOf int isSorted join lastIndexOf lowerAscii matches max min"
                            + " optional.none optional.of optional.ofNonZeroValue or orValue replace size split startsWith"
                            + " string substring sum timestamp trim type uint upperAscii value quantity isQuantity sign"
                            + " isInteger asInteger asApproximateFloat isGreaterThan isLessThan compareTo add sub")
                    .split(" "));

    public AdmitExpressions {
        requireNonNull(check, "check");
        requireNonNull(params, "params");
        rules = List.copyOf(rules);
    }

    /**
     * @param expression true for a kept rule; it sees object and params
     * @param advice the remedy, or what is false
     */
    public record AdmitExpression(String name, String expression, String advice) {
        public AdmitExpression {
            requireNonNull(name, "name");
            requireNonNull(expression, "expression");
            requireNonNull(advice, "advice");
        }
    }

    /** @param spec of a manifest check without mistakes */
    public static AdmitExpressions of(CheckSpec spec) {
        var asked = (ManifestCheck) spec.kind();
        return new AdmitExpressions(
                spec.name(),
                asked.expression() == null,
                CheckedRules.of(asked).all().stream()
                        .map(AdmitExpressions::rule)
                        .toList(),
                Objects.requireNonNullElseGet(asked.params(), JsonNodeFactory.instance::objectNode));
    }

    private static AdmitExpression rule(CheckedRule rule) {
        return new AdmitExpression(rule.name(), rule.program().text(), BriefText.of(rule.whatToDo(), LONGEST_ADVICE));
    }

    /** Why the API server cannot evaluate it. */
    static Optional<String> mistake(ManifestCheck asked) {
        var rules = CheckedRules.of(asked).all();
        return around(rules).or(() -> unknown(rules));
    }

    /** Names all at once: a user who leaves out one rule of a pack needs all the names. */
    private static Optional<String> around(List<CheckedRule> rules) {
        var looking = rules.stream().filter(CheckedRule::looksAround).toList();
        var at = looking.stream().flatMap(it -> it.around().stream()).distinct();
        return looking.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "gate Admit sees the Deployment alone, and %s would look at %s: set gate to Start, or leave that out"
                                .formatted(list(looking.stream().map(CheckedRule::name)), list(at)));
    }

    private static Optional<String> unknown(List<CheckedRule> rules) {
        var missing = rules.stream()
                .flatMap(it -> it.program().called().stream())
                .filter(it -> !KNOWN.contains(it))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("it uses %s, which not every API server knows: set gate to Start, or write it without"
                        .formatted(list(missing.stream())));
    }

    private static String list(Stream<String> names) {
        return names.distinct().sorted().collect(joining(", "));
    }
}
