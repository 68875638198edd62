package dev.readygate.checks.promql;

import dev.readygate.checks.promql.PromqlExpression.Aggregation;
import dev.readygate.checks.promql.PromqlExpression.Call;
import dev.readygate.checks.promql.PromqlExpression.Constant;
import dev.readygate.checks.promql.PromqlExpression.LiteralText;
import dev.readygate.checks.promql.PromqlExpression.Negation;
import dev.readygate.checks.promql.PromqlExpression.Operation;
import dev.readygate.checks.promql.PromqlExpression.RecentSeries;
import dev.readygate.checks.promql.PromqlExpression.SeriesSelector;
import java.time.Duration;
import java.util.List;

/**
 * Makes a query ignore samples older than it may. Prometheus stamps a result with the time of the query, and looks back
 * five minutes for each series; newer versions have a parameter for less, but not all that speak its API.
 */
record Freshness(Duration maxAge) {
    private static final Duration LOOKED_BACK = Duration.ofMinutes(5);

    boolean isUsual() {
        return maxAge.compareTo(LOOKED_BACK) >= 0;
    }

    PromqlExpression of(PromqlExpression expression) {
        if (isUsual()) {
            return expression;
        }
        return switch (expression) {
            case SeriesSelector selector
            when selector.range().isEmpty() -> new RecentSeries(selector, maxAge.toSeconds());
            case SeriesSelector selector -> selector;
            case RecentSeries recent -> recent;
            case Call call -> new Call(call.function(), all(call.arguments()));
            case Aggregation aggregation ->
                new Aggregation(aggregation.function(), aggregation.by(), all(aggregation.arguments()));
            case Operation(var left, var operator, var right) -> new Operation(of(left), operator, of(right));
            case Negation negation -> new Negation(of(negation.of()));
            case LiteralText literal -> literal;
            case Constant constant -> constant;
        };
    }

    private List<PromqlExpression> all(List<PromqlExpression> expressions) {
        return expressions.stream().map(this::of).toList();
    }
}
