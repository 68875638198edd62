package dev.readygate.checks.promql;

import dev.readygate.checks.promql.PromqlExpression.Aggregation;
import dev.readygate.checks.promql.PromqlExpression.Call;
import dev.readygate.checks.promql.PromqlExpression.Constant;
import dev.readygate.checks.promql.PromqlExpression.LiteralText;
import dev.readygate.checks.promql.PromqlExpression.Matcher;
import dev.readygate.checks.promql.PromqlExpression.Negation;
import dev.readygate.checks.promql.PromqlExpression.Operation;
import dev.readygate.checks.promql.PromqlExpression.SeriesSelector;
import dev.readygate.checks.promql.Token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads PromQL, and gives up at anything unknown: then only Prometheus reads the query. */
final class Parser {
    /** The weakest first. */
    private static final List<Set<String>> OPERATORS =
            List.of(Set.of("or"), Set.of("==", "!=", ">", "<", ">=", "<="), Set.of("+", "-"), Set.of("*", "/", "%"));

    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "count", "group", "stddev", "stdvar");

    private static final Set<String> PER_SERIES = Set.of(
            "rate",
            "irate",
            "increase",
            "delta",
            "idelta",
            "deriv",
            "changes",
            "resets",
            "predict_linear",
            "abs",
            "ceil",
            "floor",
            "round",
            "clamp",
            "clamp_min",
            "clamp_max",
            "exp",
            "ln",
            "log2",
            "log10",
            "sqrt",
            "sgn",
            "avg_over_time",
            "min_over_time",
            "max_over_time",
            "sum_over_time",
            "count_over_time",
            "quantile_over_time",
            "last_over_time",
            "present_over_time",
            "stddev_over_time",
            "stdvar_over_time",
            "histogram_quantile");

    private static final Set<String> RESERVED =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right", "bool", "offset", "and", "unless");

    /** Names that no metric can have. */
    private static final Set<String> NUMBERS = Set.of("inf", "nan");

    private static final Set<String> COMPARISONS = Set.of("=", "!=", "=~", "!~");

    private static final Pattern DECIMAL = Pattern.compile("[0-9]*\\.?[0-9]*(?:[eE][-+]?[0-9]+)?");

    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private int at;

    Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Optional<PromqlExpression> whole() {
        try {
            var expression = operation(0);
            return at == tokens.size() ? Optional.of(expression) : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    private PromqlExpression operation(int strength) {
        if (strength == OPERATORS.size()) {
            return unary();
        }
        var left = operation(strength + 1);
        while (peek().filter(it -> OPERATORS.get(strength).contains(it.text())).isPresent()) {
            var operator = next().text();
            left = new Operation(left, operator, operation(strength + 1));
        }
        return left;
    }

    private PromqlExpression unary() {
        return took("-") ? new Negation(unary()) : primary();
    }

    private PromqlExpression primary() {
        if (took("(")) {
            var inner = operation(0);
            expect(")");
            return inner;
        }
        if (took("{")) {
            return selector("", matchers());
        }
        var first = next();
        return switch (first.kind()) {
            case Number -> new LiteralText(first.text());
            case Name -> named(first.text());
            case Sign, Text, Variable -> throw new Unknown();
        };
    }

    private PromqlExpression named(String name) {
        if (RESERVED.contains(name)) {
            throw new Unknown();
        }
        if (NUMBERS.contains(name.toLowerCase(Locale.ROOT))) {
            return new LiteralText(name);
        }
        if (AGGREGATIONS.contains(name)) {
            return aggregation(name);
        }
        if (!took("(")) {
            return selector(name, took("{") ? matchers() : List.of());
        }
        var arguments = arguments();
        if (name.equals("vector") && arguments.getFirst() instanceof LiteralText(var number) && isDecimal(number)) {
            return new Constant(number);
        }
        if (!PER_SERIES.contains(name)) {
            throw new Unknown();
        }
        return new Call(name, arguments);
    }

    /** Not 0x1f or 1d: Prometheus reads them as numbers too, but Java as other ones, or none. */
    private static boolean isDecimal(String number) {
        return DECIMAL.matcher(number).matches();
    }

    private PromqlExpression aggregation(String name) {
        var before = by();
        expect("(");
        var arguments = arguments();
        var after = by();
        var labels = new ArrayList<>(before);
        labels.addAll(after);
        return new Aggregation(name, labels, arguments);
    }

    private List<String> by() {
        if (!took("by")) {
            return List.of();
        }
        expect("(");
        var labels = new ArrayList<String>();
        while (!took(")")) {
            labels.add(take(TokenKind.Name));
            took(",");
        }
        return labels;
    }

    private List<PromqlExpression> arguments() {
        var arguments = new ArrayList<PromqlExpression>();
        do {
            arguments.add(operation(0));
        } while (took(","));
        expect(")");
        return arguments;
    }

    private List<Matcher> matchers() {
        var matchers = new ArrayList<Matcher>();
        while (!took("}")) {
            matchers.add(matcher());
            took(",");
        }
        return matchers;
    }

    /** A text without a sign is the name of the metric: one with letters that a bare name cannot have. */
    private Matcher matcher() {
        var label = next();
        if (label.kind() != TokenKind.Text && label.kind() != TokenKind.Name) {
            throw new Unknown();
        }
        return label.kind() == TokenKind.Text
                        && peek().filter(Parser::isComparison).isEmpty()
                ? new Matcher("", "", label.text())
                : new Matcher(label.text(), take(TokenKind.Sign), take(TokenKind.Text));
    }

    private static boolean isComparison(Token token) {
        return COMPARISONS.contains(token.text());
    }

    /** Offsets and instants are not understood, as the text after them would be misread. */
    private PromqlExpression selector(String name, List<Matcher> matchers) {
        return new SeriesSelector(name, matchers, took("[") ? Optional.of(range()) : Optional.empty());
    }

    private String range() {
        var range = next();
        if (range.kind() != TokenKind.Number && !range.text().equals("{{window}}")) {
            throw new Unknown();
        }
        expect("]");
        return range.text();
    }

    private Optional<Token> peek() {
        return at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
    }

    private Token next() {
        var token = peek().orElseThrow(Unknown::new);
        at++;
        return token;
    }

    private boolean took(String text) {
        boolean is = peek().filter(it -> it.is(text)).isPresent();
        at += is ? 1 : 0;
        return is;
    }

    private void expect(String text) {
        if (!took(text)) {
            throw new Unknown();
        }
    }

    private String take(TokenKind kind) {
        var token = next();
        if (token.kind() != kind) {
            throw new Unknown();
        }
        return token.text();
    }
}
