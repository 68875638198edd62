package dev.readygate.checks.manifest;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.ManifestCheck;
import dev.readygate.checks.cel.CelExpression;
import dev.readygate.checks.cel.CompiledExpression;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All rules that a check has for a manifest: one expression, rules of its own, or a pack. */
record CheckedRules(List<CheckedRule> all) {
    CheckedRules {
        all = List.copyOf(all);
    }

    /** Leaves out rules that do not compile: a check with one asks nothing, see {@link #mistake}. */
    static CheckedRules of(ManifestCheck asked) {
        return new CheckedRules(written(asked)
                .flatMap(it -> it.expression() instanceof CompiledExpression program
                        ? Stream.of(new CheckedRule(it.name(), program, it.fix(), it.weight(), it.each()))
                        : Stream.empty())
                .toList());
    }

    private record RuleText(
            String name, String text, Optional<String> fix, double weight, Optional<EachContainer> each) {
        RuleText(String name, String text, String message) {
            this(name, text, Optional.ofNullable(message), 1, Optional.empty());
        }

        CelExpression expression() {
            return ManifestNames.compiled(text);
        }

        Optional<String> mistake() {
            return expression() instanceof CelExpression.Invalid invalid
                    ? Optional.of("%s is no valid expression: %s".formatted(name, invalid.why()))
                    : Optional.empty();
        }
    }

    private static Stream<RuleText> written(ManifestCheck asked) {
        if (asked.expression() != null) {
            return Stream.of(new RuleText("expression", asked.expression(), asked.message()));
        }
        return asked.pack() != null
                ? ofPack(Pack.of(asked.pack()), asked)
                : asked.rules().stream().map(it -> new RuleText(it.name(), it.expression(), it.message()));
    }

    private static Stream<RuleText> ofPack(Pack pack, ManifestCheck asked) {
        return pack.rules().stream()
                .filter(it -> !asked.skip().contains(it.name()))
                .filter(it -> it.needs().stream().allMatch(name -> has(asked.params(), name)))
                .map(it -> new RuleText(
                        it.name(),
                        it.expression(),
                        Optional.of(it.advice()),
                        it.weight(),
                        it.each().map(EachContainer::of)));
    }

    private static boolean has(ObjectNode params, String name) {
        return params != null && params.has(name);
    }

    /** Why the check is invalid. */
    static Optional<String> mistake(ManifestCheck asked) {
        var expressions = written(asked).flatMap(it -> it.mistake().stream()).findFirst();
        return asked.pack() == null
                ? expressions
                : mistake(Pack.of(asked.pack()), asked).or(() -> expressions);
    }

    private static Optional<String> mistake(Pack pack, ManifestCheck asked) {
        var rules = pack.rules().stream().map(PackRule::name).toList();
        var params = pack.rules().stream().flatMap(it -> it.reads().stream()).toList();
        return stranger(asked.skip().stream(), rules)
                .map(it ->
                        "skip names %s, which is no rule of pack %s; it has %s".formatted(it, pack.name(), list(rules)))
                .or(() -> stranger(names(asked.params()), params)
                        .map(it -> "params has %s, which no rule of pack %s reads; it reads %s"
                                .formatted(it, pack.name(), params.isEmpty() ? "none" : list(params))))
                .or(() -> ofPack(pack, asked).findAny().isPresent()
                        ? Optional.empty()
                        : Optional.of("skip names every rule of pack " + pack.name()));
    }

    private static Optional<String> stranger(Stream<String> named, List<String> known) {
        return named.filter(Predicate.not(known::contains)).findFirst();
    }

    private static Stream<String> names(ObjectNode params) {
        return params == null ? Stream.empty() : params.propertyStream().map(it -> it.getKey());
    }

    private static String list(List<String> names) {
        return names.stream().distinct().collect(joining(", "));
    }
}
