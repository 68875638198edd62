package dev.readygate.checks.promql;

import dev.readygate.checks.promql.Expression.Aggregation;
import dev.readygate.checks.promql.Expression.Call;
import dev.readygate.checks.promql.Expression.Constant;
import dev.readygate.checks.promql.Expression.Literal;
import dev.readygate.checks.promql.Expression.Negation;
import dev.readygate.checks.promql.Expression.Operation;
import dev.readygate.checks.promql.Expression.Recent;
import dev.readygate.checks.promql.Expression.Selector;
import java.time.Duration;
import java.util.List;

/**
 * Has a query not look at samples older than it may. Prometheus gives a result the time of asking, and looks back five
 * minutes for each series without telling; newer versions can be told to look back less, but not all that speak its API.
 */
record Freshness(Duration maxAge) {
    private static final Duration LOOKED_BACK = Duration.ofMinutes(5);

    boolean isUsual() {
        return maxAge.compareTo(LOOKED_BACK) >= 0;
    }

    Expression of(Expression expression) {
        if (isUsual()) {
            return expression;
        }
        return switch (expression) {
            case Selector selector when selector.range().isEmpty() -> new Recent(selector, maxAge.toSeconds());
            case Selector selector -> selector;
            case Recent recent -> recent;
            case Call call -> new Call(call.function(), all(call.arguments()));
            case Aggregation aggregation ->
                new Aggregation(aggregation.function(), aggregation.by(), all(aggregation.arguments()));
            case Operation(var left, var operator, var right) -> new Operation(of(left), operator, of(right));
            case Negation negation -> new Negation(of(negation.of()));
            case Literal literal -> literal;
            case Constant constant -> constant;
        };
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }
}
