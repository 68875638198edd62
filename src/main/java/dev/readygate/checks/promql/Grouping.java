package dev.readygate.checks.promql;

import dev.readygate.checks.promql.Grouped.Whose;
import dev.readygate.checks.promql.PromqlExpression.Aggregation;
import dev.readygate.checks.promql.PromqlExpression.Call;
import dev.readygate.checks.promql.PromqlExpression.Constant;
import dev.readygate.checks.promql.PromqlExpression.LiteralText;
import dev.readygate.checks.promql.PromqlExpression.Matcher;
import dev.readygate.checks.promql.PromqlExpression.Negation;
import dev.readygate.checks.promql.PromqlExpression.Operation;
import dev.readygate.checks.promql.PromqlExpression.RecentSeries;
import dev.readygate.checks.promql.PromqlExpression.SeriesSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites a query about one Deployment into one about all. By induction every part of the result, cut down to one
 * Deployment, is the result of that part of the original for it:
 *
 * <ul>
 *   <li>a selector loses its matchers for namespace and name, and keeps the labels;
 *   <li>a function treats each series by itself;
 *   <li>an aggregation keeps the two labels besides its own;
 *   <li>an operator pairs series of equal labels, so both sides must have got, or not got, labels they did not have;
 *   <li>{@code or vector(0)} is given to Deployments that the other operand has, or, at the very end, to missing ones.
 * </ul>
 *
 * Other PromQL is not rewritten.
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

    /** The labels of a part. */
    private enum LabelState {
        /** Its own. */
        Own,
        /** Its own, and the Deployment's. */
        More,
        /** Only the Deployment's. */
        Only,
        /** A number: none, and it needs none. */
        Number
    }

    private record GroupedPart(PromqlExpression expression, LabelState labels) {}

    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    static Optional<Grouped> of(PromqlExpression expression) {
        try {
            return Optional.of(grouped(expression));
        } catch (NotUnderstood e) {
            return Optional.empty();
        }
    }

    private static Grouped grouped(PromqlExpression expression) {
        var keys = Keys.in(expression).orElseThrow(NotUnderstood::new);
        var grouping = new Grouping(keys.whose(), keys.pods().orElse(""));
        if (expression instanceof Operation(var left, var operator, Constant constant) && operator.equals("or")) {
            var part = grouping.rewrite(left);
            require(part.labels() == LabelState.Only);
            return grouping.result(part, Optional.of(Double.valueOf(constant.number())));
        }
        return grouping.result(grouping.rewrite(expression), Optional.empty());
    }

    private Grouped result(GroupedPart part, Optional<Double> otherwise) {
        var template = new QueryTemplate(part.expression().text());
        require(template.variables().allMatch(Variable.window::equals)
                && template.mistake().isEmpty());
        return new Grouped(template, whose, part.labels() != LabelState.Own, otherwise);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new NotUnderstood();
        }
    }

    private GroupedPart rewrite(PromqlExpression expression) {
        return switch (expression) {
            case LiteralText literal -> new GroupedPart(literal, LabelState.Number);
            case SeriesSelector selector -> {
                require(selector.range().isEmpty());
                yield new GroupedPart(named(ofAll(selector)), LabelState.Own);
            }
            case RecentSeries recent ->
                new GroupedPart(named(new RecentSeries(ofAll(recent.selector()), recent.seconds())), LabelState.Own);
            case Call call -> call(call);
            case Aggregation aggregation -> aggregation(aggregation);
            case Operation operation -> operation(operation);
            case Negation negation -> {
                var part = rewrite(negation.of());
                yield new GroupedPart(new Negation(part.expression()), part.labels());
            }
            case Constant constant -> throw new NotUnderstood();
        };
    }

    private SeriesSelector ofAll(SeriesSelector selector) {
        var matchers = new ArrayList<Matcher>();
        for (var matcher : selector.matchers()) {
            matchers.add(
                    switch (Keys.role(matcher)) {
                        case Namespace, Deployment -> new Matcher(matcher.label(), "!=", "\"\"");
                        case Pods -> new Matcher(matcher.label(), "=~", "\"" + ANY_POD + "\"");
                        case None -> matcher;
                    });
        }
        return new SeriesSelector(selector.name(), matchers, selector.range());
    }

    /** Ranges cannot be relabelled, so it is done once a function has made single values of them. */
    private PromqlExpression named(PromqlExpression series) {
        return whose.byPods()
                ? new Call(
                        "label_replace",
                        List.of(
                                series,
                                new LiteralText("\"" + DEPLOYMENT + "\""),
                                new LiteralText("\"$1\""),
                                new LiteralText("\"" + podLabel + "\""),
                                new LiteralText("\"(.+)" + Bindings.podsEnding() + "\"")))
                : series;
    }

    private GroupedPart call(Call call) {
        var arguments = new ArrayList<PromqlExpression>();
        GroupedPart series = null;
        boolean ranged = false;
        for (var argument : call.arguments()) {
            if (argument instanceof SeriesSelector selector && selector.range().isPresent()) {
                ranged = true;
                series = new GroupedPart(ofAll(selector), LabelState.Own);
                arguments.add(series.expression());
            } else {
                var part = rewrite(argument);
                series = part.labels() == LabelState.Number ? series : part;
                arguments.add(part.expression());
            }
        }
        require(series != null);
        PromqlExpression result = new Call(call.function(), arguments);
        // The result has no bucket label any more; other labels are not examined.
        return new GroupedPart(ranged ? named(result) : result, quantile(call, series));
    }

    private static LabelState quantile(Call call, GroupedPart series) {
        boolean onlyBuckets = call.function().equals("histogram_quantile")
                && call.arguments().getLast() instanceof Aggregation aggregation
                && aggregation.by().equals(List.of("le"));
        return onlyBuckets ? LabelState.Only : series.labels();
    }

    private GroupedPart aggregation(Aggregation aggregation) {
        require(aggregation.arguments().size() == 1);
        require(!aggregation.by().contains(whose.namespace())
                && !aggregation.by().contains(whose.deployment()));
        var inner = rewrite(aggregation.arguments().getFirst());
        require(inner.labels() != LabelState.Number);
        var by = new ArrayList<>(aggregation.by());
        by.addAll(keys());
        return new GroupedPart(
                new Aggregation(aggregation.function(), by, List.of(inner.expression())),
                aggregation.by().isEmpty() ? LabelState.Only : LabelState.More);
    }

    private List<String> keys() {
        return List.of(whose.namespace(), whose.deployment());
    }

    private GroupedPart operation(Operation operation) {
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

    /** {@code … or vector(0)}, or null. */
    private static PromqlExpression filled(PromqlExpression expression) {
        return expression instanceof Operation(var left, var operator, Constant constant) && operator.equals("or")
                ? expression
                : null;
    }

    /** The result exists only where the other operand does, so only there a value is filled in. */
    private GroupedPart fill(Operation filled, GroupedPart other) {
        var part = rewrite(filled.left());
        require(part.labels() == LabelState.Only && other.labels() == LabelState.Only);
        var number = new LiteralText(((Constant) filled.right()).number());
        var ones = new Aggregation("group", keys(), List.of(other.expression()));
        return new GroupedPart(
                new Operation(part.expression(), "or", new Operation(number, "*", ones)), LabelState.Only);
    }

    private static GroupedPart joined(GroupedPart left, String operator, GroupedPart right) {
        boolean numberOnOneSide = left.labels() == LabelState.Number || right.labels() == LabelState.Number;
        require(!numberOnOneSide || !operator.equals("or"));
        var expression = new Operation(left.expression(), operator, right.expression());
        if (numberOnOneSide) {
            return new GroupedPart(expression, left.labels() == LabelState.Number ? right.labels() : left.labels());
        }
        boolean bothOwn = left.labels() == LabelState.Own && right.labels() == LabelState.Own;
        boolean neither = left.labels() != LabelState.Own && right.labels() != LabelState.Own;
        require(bothOwn || neither);
        boolean only = left.labels() == LabelState.Only && right.labels() == LabelState.Only;
        return new GroupedPart(expression, bothOwn ? LabelState.Own : only ? LabelState.Only : LabelState.More);
    }
}
