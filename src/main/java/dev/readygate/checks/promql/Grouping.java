package dev.readygate.checks.promql;

import dev.readygate.checks.promql.Expression.Aggregation;
import dev.readygate.checks.promql.Expression.Call;
import dev.readygate.checks.promql.Expression.Constant;
import dev.readygate.checks.promql.Expression.Literal;
import dev.readygate.checks.promql.Expression.Matcher;
import dev.readygate.checks.promql.Expression.Negation;
import dev.readygate.checks.promql.Expression.Operation;
import dev.readygate.checks.promql.Expression.Recent;
import dev.readygate.checks.promql.Expression.Selector;
import dev.readygate.checks.promql.Grouped.Whose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites a query about one Deployment into one about all. By induction every part of the result, cut down to one
 * Deployment, is what that part of the original gives for it:
 *
 * <ul>
 *   <li>a selector loses its matchers for namespace and name, and keeps the labels;
 *   <li>a function treats each series by itself;
 *   <li>an aggregation keeps the two labels besides its own;
 *   <li>an operator pairs series of equal labels, so both sides must have got, or not got, labels they did not have;
 *   <li>{@code or vector(0)} is given to those whom the other operand knows, or, at the very end, to whoever is missing.
 * </ul>
 *
 * Whatever else there is in PromQL is not rewritten.
 */
final class Grouping {
    /** Read from the names of pods, where series have no label for the Deployment. */
    static final String DEPLOYMENT = "readygate_deployment";

    private static final String ANY_POD = ".+" + Bindings.podsEnding();

    private final Whose whose;
    private final String podLabel;

    private Grouping(Whose whose, String podLabel) {
        this.whose = whose;
        this.podLabel = podLabel;
    }

    /** What has become of a part. */
    private enum Labels {
        /** Those it had. */
        Own,
        /** Those it had, and whose it is. */
        More,
        /** Only whose it is; it had none. */
        Only,
        /** A number, which has none and needs none. */
        Number
    }

    private record Part(Expression expression, Labels labels) {}

    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    static Optional<Grouped> of(Expression expression) {
        try {
            return Optional.of(grouped(expression));
        } catch (NotUnderstood e) {
            return Optional.empty();
        }
    }

    private static Grouped grouped(Expression expression) {
        var keys = Keys.in(expression).orElseThrow(NotUnderstood::new);
        var grouping = new Grouping(keys.whose(), keys.pods().orElse(""));
        if (expression instanceof Operation(var left, var operator, Constant constant) && operator.equals("or")) {
            var part = grouping.rewrite(left);
            require(part.labels() == Labels.Only);
            return grouping.result(part, Optional.of(Double.valueOf(constant.number())));
        }
        return grouping.result(grouping.rewrite(expression), Optional.empty());
    }

    private Grouped result(Part part, Optional<Double> otherwise) {
        var template = new Template(part.expression().text());
        require(template.variables().allMatch(Variable.window::equals)
                && template.mistake().isEmpty());
        return new Grouped(template, whose, part.labels() != Labels.Own, otherwise);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new NotUnderstood();
        }
    }

    private Part rewrite(Expression expression) {
        return switch (expression) {
            case Literal literal -> new Part(literal, Labels.Number);
            case Selector selector -> {
                require(selector.range().isEmpty());
                yield new Part(named(ofAll(selector)), Labels.Own);
            }
            case Recent recent -> new Part(named(new Recent(ofAll(recent.selector()), recent.seconds())), Labels.Own);
            case Call call -> call(call);
            case Aggregation aggregation -> aggregation(aggregation);
            case Operation operation -> operation(operation);
            case Negation negation -> {
                var part = rewrite(negation.of());
                yield new Part(new Negation(part.expression()), part.labels());
            }
            case Constant constant -> throw new NotUnderstood();
        };
    }

    private Selector ofAll(Selector selector) {
        var matchers = new ArrayList<Matcher>();
        for (var matcher : selector.matchers()) {
            matchers.add(
                    switch (Keys.role(matcher)) {
                        case Namespace, Deployment -> new Matcher(matcher.label(), "!=", "\"\"");
                        case Pods -> new Matcher(matcher.label(), "=~", "\"" + ANY_POD + "\"");
                        case None -> matcher;
                    });
        }
        return new Selector(selector.name(), matchers, selector.range());
    }

    /** Ranges cannot be relabelled, so it is done as soon as a function has made single values of them. */
    private Expression named(Expression series) {
        return whose.byPods()
                ? new Call(
                        "label_replace",
                        List.of(
                                series,
                                new Literal("\"" + DEPLOYMENT + "\""),
                                new Literal("\"$1\""),
                                new Literal("\"" + podLabel + "\""),
                                new Literal("\"(.+)" + Bindings.podsEnding() + "\"")))
                : series;
    }

    private Part call(Call call) {
        var arguments = new ArrayList<Expression>();
        Part series = null;
        boolean ranged = false;
        for (var argument : call.arguments()) {
            if (argument instanceof Selector selector && selector.range().isPresent()) {
                ranged = true;
                series = new Part(ofAll(selector), Labels.Own);
                arguments.add(series.expression());
            } else {
                var part = rewrite(argument);
                series = part.labels() == Labels.Number ? series : part;
                arguments.add(part.expression());
            }
        }
        require(series != null);
        Expression result = new Call(call.function(), arguments);
        // Buckets are no label of the result any more; whether others are left is not looked into.
        return new Part(ranged ? named(result) : result, quantile(call, series));
    }

    private static Labels quantile(Call call, Part series) {
        boolean onlyBuckets = call.function().equals("histogram_quantile")
                && call.arguments().getLast() instanceof Aggregation aggregation
                && aggregation.by().equals(List.of("le"));
        return onlyBuckets ? Labels.Only : series.labels();
    }

    private Part aggregation(Aggregation aggregation) {
        require(aggregation.arguments().size() == 1);
        require(!aggregation.by().contains(whose.namespace())
                && !aggregation.by().contains(whose.deployment()));
        var inner = rewrite(aggregation.arguments().getFirst());
        require(inner.labels() != Labels.Number);
        var by = new ArrayList<>(aggregation.by());
        by.addAll(keys());
        return new Part(
                new Aggregation(aggregation.function(), by, List.of(inner.expression())),
                aggregation.by().isEmpty() ? Labels.Only : Labels.More);
    }

    private List<String> keys() {
        return List.of(whose.namespace(), whose.deployment());
    }

    private Part operation(Operation operation) {
        if (filled(operation.left()) instanceof Operation left
                && !operation.operator().equals("or")) {
            var right = rewrite(operation.right());
            return joined(fill(left, right), operation.operator(), right);
        }
        if (filled(operation.right()) instanceof Operation right
                && !operation.operator().equals("or")) {
            var left = rewrite(operation.left());
            return joined(left, operation.operator(), fill(right, left));
        }
        return joined(rewrite(operation.left()), operation.operator(), rewrite(operation.right()));
    }

    /** {@code … or vector(0)}, or nothing of that kind. */
    private static Expression filled(Expression expression) {
        return expression instanceof Operation(var left, var operator, Constant constant) && operator.equals("or")
                ? expression
                : null;
    }

    /** The result is there only where the other operand is, so only there anything has to be filled in. */
    private Part fill(Operation filled, Part other) {
        var part = rewrite(filled.left());
        require(part.labels() == Labels.Only && other.labels() == Labels.Only);
        var number = new Literal(((Constant) filled.right()).number());
        var ones = new Aggregation("group", keys(), List.of(other.expression()));
        return new Part(new Operation(part.expression(), "or", new Operation(number, "*", ones)), Labels.Only);
    }

    private static Part joined(Part left, String operator, Part right) {
        boolean numberOnOneSide = left.labels() == Labels.Number || right.labels() == Labels.Number;
        require(!numberOnOneSide || !operator.equals("or"));
        var expression = new Operation(left.expression(), operator, right.expression());
        if (numberOnOneSide) {
            return new Part(expression, left.labels() == Labels.Number ? right.labels() : left.labels());
        }
        boolean bothOwn = left.labels() == Labels.Own && right.labels() == Labels.Own;
        boolean neither = left.labels() != Labels.Own && right.labels() != Labels.Own;
        require(bothOwn || neither);
        boolean only = left.labels() == Labels.Only && right.labels() == Labels.Only;
        return new Part(expression, bothOwn ? Labels.Own : only ? Labels.Only : Labels.More);
    }
}
