package dev.readygate.checks.promql;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/** The part of PromQL that is understood when one query answers for many Deployments. */
public sealed interface PromqlExpression {

    /** The same as PromQL. */
    String text();

    static Optional<PromqlExpression> of(String text) {
        return Token.all(text).flatMap(it -> new Parser(it).whole());
    }

    /** Series by their name and labels alone, so that a range can follow. */
    static boolean isPlainSelector(String text) {
        return of(text.strip())
                .filter(it -> it instanceof SeriesSelector selector
                        && selector.range().isEmpty())
                .isPresent();
    }

    record LiteralText(String text) implements PromqlExpression {}

    /** {@code vector(0)} and the like. */
    record Constant(String number) implements PromqlExpression {
        @Override
        public String text() {
            return "vector(" + number + ")";
        }
    }

    /** @param label empty where the value is the name of the metric */
    record Matcher(String label, String sign, String value) {
        String text() {
            return label + sign + value;
        }

        /** The text in quotation marks, with variables written alike. */
        String inner() {
            return value.substring(1, value.length() - 1).replaceAll("\\{\\{\\s*(\\w+)\\s*}}", "{{$1}}");
        }
    }

    /** @param range the text in brackets, if there are any */
    record SeriesSelector(String name, List<Matcher> matchers, Optional<String> range) implements PromqlExpression {
        @Override
        public String text() {
            var labels = matchers.isEmpty()
                    ? ""
                    : matchers.stream().map(Matcher::text).collect(joining(",", "{", "}"));
            return name + labels + range.map(it -> "[" + it + "]").orElse("");
        }
    }

    /** The series whose newest sample is no older. */
    record RecentSeries(SeriesSelector selector, long seconds) implements PromqlExpression {
        @Override
        public String text() {
            return "(%1$s and (timestamp(%1$s) >= (time() - %2$d)))".formatted(selector.text(), seconds);
        }
    }

    /** A function that treats each series by itself and leaves its labels alone. */
    record Call(String function, List<PromqlExpression> arguments) implements PromqlExpression {
        @Override
        public String text() {
            return function + arguments.stream().map(PromqlExpression::text).collect(joining(", ", "(", ")"));
        }
    }

    /** @param by the labels it keeps */
    record Aggregation(String function, List<String> by, List<PromqlExpression> arguments) implements PromqlExpression {
        @Override
        public String text() {
            var labels = by.isEmpty() ? "" : " by (" + String.join(", ", by) + ") ";
            return function
                    + labels
                    + arguments.stream().map(PromqlExpression::text).collect(joining(", ", "(", ")"));
        }
    }

    record Operation(PromqlExpression left, String operator, PromqlExpression right) implements PromqlExpression {
        @Override
        public String text() {
            return "(%s %s %s)".formatted(left.text(), operator, right.text());
        }
    }

    record Negation(PromqlExpression of) implements PromqlExpression {
        @Override
        public String text() {
            return "(-%s)".formatted(of.text());
        }
    }
}
