package dev.readygate.checks.promql;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A query of a policy, with variables in double braces. */
public record QueryTemplate(String text) {
    public QueryTemplate {
        requireNonNull(text, "text");
    }

    public String fill(Bindings bindings) {
        return pieces().stream().map(it -> it.fill(bindings)).collect(joining());
    }

    /** The same, without older samples; unchanged if it is not understood. */
    public QueryTemplate notOlderThan(Duration maxAge) {
        var freshness = new Freshness(maxAge);
        return freshness.isUsual()
                ? this
                : PromqlExpression.of(text)
                        .map(it -> new QueryTemplate(freshness.of(it).text()))
                        .orElse(this);
    }

    public boolean tellsRevisions() {
        return variables().anyMatch(Variable::tellsRevisions);
    }

    /** Only those that its text uses. */
    public Bindings relevant(Bindings bindings) {
        return bindings.only(variables().collect(toSet()));
    }

    Stream<Variable> variables() {
        return pieces().stream().flatMap(it -> it.variable().stream());
    }

    private List<Piece> pieces() {
        return QueryTemplateReader.read(text);
    }

    /** Why the query is invalid. */
    public Optional<String> mistake() {
        return pieces().stream().flatMap(it -> it.mistake().stream()).findFirst();
    }

    /** @param opening the quotation mark of the string it is in; empty outside of strings */
    record Piece(String text, boolean braced, Optional<Character> opening, boolean matched) {

        Optional<Variable> variable() {
            return braced ? Variable.named(text) : Optional.empty();
        }

        String fill(Bindings bindings) {
            return variable().map(it -> escaped(value(it, bindings))).orElse(text);
        }

        private String value(Variable variable, Bindings bindings) {
            var value = bindings.value(variable);
            return matched && !variable.isPattern() ? Bindings.quoted(value) : value;
        }

        /** Kubernetes' names do not need it; but nothing may depend on that. */
        private String escaped(String value) {
            return opening.filter(it -> it != '`')
                    .map(it -> value.replace("\\", "\\\\").replace("" + it, "\\" + it))
                    .orElse(value.replace("`", ""));
        }

        Optional<String> mistake() {
            if (!braced) {
                return text.contains("{{") ? Optional.of("a {{ in the query is never closed by }}") : Optional.empty();
            }
            return variable().map(this::misplaced).orElseGet(() -> Optional.of(unknown()));
        }

        private String unknown() {
            var known = Stream.of(Variable.values()).map("{{%s}}"::formatted).collect(joining(", "));
            return "the query uses {{%s}}, which nothing is filled in for; there is %s".formatted(text, known);
        }

        private Optional<String> misplaced(Variable variable) {
            if (variable == Variable.window) {
                return Optional.empty();
            }
            if (opening.isEmpty()) {
                return Optional.of("{{%s}} has to stand in quotation marks, as a label's value".formatted(variable));
            }
            return variable.isPattern() && !matched
                    ? Optional.of("{{%s}} is a regular expression: write pod=~\"{{%s}}\"".formatted(variable, variable))
                    : Optional.empty();
        }
    }
}
