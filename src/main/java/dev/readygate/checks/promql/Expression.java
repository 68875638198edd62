package dev.readygate.checks.promql;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/** As much of PromQL as is understood when one query is to answer for many Deployments. */
public sealed interface Expression {

    /** The same as PromQL. */
    String text();

    static Optional<Expression> of(String text) {
        return Token.all(text).flatMap(it -> new Parser(it).whole());
    }

    /** Series by their name and labels and nothing else, so that a range can be put behind. */
    static boolean isPlainSelector(String text) {
        return of(text.strip())
                .filter(it ->
                        it instanceof Selector selector && selector.range().isEmpty())
                .isPresent();
    }

    record Literal(String text) implements Expression {}

    /** {@code vector(0)} and the like. */
    record Constant(String number) implements Expression {
        @Override
        public String text() {
            return "vector(" + number + ")";
        }
    }

    record Matcher(String label, String sign, String value) {
        String text() {
            return label + sign + value;
        }

        /** What the quotation marks hold, a variable always written alike. */
        String inner() {
            return value.substring(1, value.length() - 1).replaceAll("\\{\\{\\s*(\\w+)\\s*}}", "{{$1}}");
        }
    }

    /** @param range what stands in brackets, if anything does */
    record Selector(String name, List<Matcher> matchers, Optional<String> range) implements Expression {
        @Override
        public String text() {
            var labels = matchers.isEmpty()
                    ? ""
                    : matchers.stream().map(Matcher::text).collect(joining(",", "{", "}"));
            return name + labels + range.map(it -> "[" + it + "]").orElse("");
        }
    }

    /** Those of its series whose newest sample is no older. */
    record Recent(Selector selector, long seconds) implements Expression {
        @Override
        public String text() {
            return "(%1$s and (timestamp(%1$s) >= (time() - %2$d)))".formatted(selector.text(), seconds);
        }
    }

    /** A function that treats each series by itself and leaves its labels alone. */
    record Call(String function, List<Expression> arguments) implements Expression {
        @Override
        public String text() {
            return function + arguments.stream().map(Expression::text).collect(joining(", ", "(", ")"));
        }
    }

    /** @param by the labels it keeps */
    record Aggregation(String function, List<String> by, List<Expression> arguments) implements Expression {
        @Override
        public String text() {
            var labels = by.isEmpty() ? "" : " by (" + String.join(", ", by) + ") ";
            return function + labels + arguments.stream().map(Expression::text).collect(joining(", ", "(", ")"));
        }
    }

    record Operation(Expression left, String operator, Expression right) implements Expression {
        @Override
        public String text() {
            return "(%s %s %s)".formatted(left.text(), operator, right.text());
        }
    }

    record Negation(Expression of) implements Expression {
        @Override
        public String text() {
            return "(-%s)".formatted(of.text());
        }
    }
}
