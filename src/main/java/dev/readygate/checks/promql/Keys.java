package dev.readygate.checks.promql;

import static java.util.stream.Collectors.toSet;

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
import java.util.Optional;
import java.util.stream.Stream;

/** The labels by which a query picks its Deployment; all its selectors must agree. */
record Keys(String namespace, Optional<String> deployment, Optional<String> pods) {

    enum Role {
        Namespace,
        Deployment,
        Pods,
        None
    }

    static Optional<Keys> in(PromqlExpression expression) {
        var all = selectors(expression).map(Keys::of).collect(toSet());
        return all.size() == 1 ? all.iterator().next() : Optional.empty();
    }

    private static Optional<Keys> of(SeriesSelector selector) {
        var namespace = label(selector, Role.Namespace);
        var deployment = label(selector, Role.Deployment);
        var pods = label(selector, Role.Pods);
        return namespace
                .filter(_ -> deployment.isPresent() != pods.isPresent())
                .map(it -> new Keys(it, deployment, pods));
    }

    private static Optional<String> label(SeriesSelector selector, Role role) {
        return selector.matchers().stream()
                .filter(it -> role(it) == role)
                .map(Matcher::label)
                .reduce((a, b) -> a.equals(b) ? a : "")
                .filter(it -> !it.isEmpty());
    }

    static Role role(Matcher matcher) {
        return switch (matcher.sign() + matcher.inner()) {
            case "={{namespace}}" -> Role.Namespace;
            case "={{deployment}}" -> Role.Deployment;
            case "=~{{pods}}" -> Role.Pods;
            default -> Role.None;
        };
    }

    Whose whose() {
        return new Whose(namespace, deployment.orElse(Grouping.DEPLOYMENT), pods.isPresent());
    }

    private static Stream<SeriesSelector> selectors(PromqlExpression expression) {
        return switch (expression) {
            case SeriesSelector selector -> Stream.of(selector);
            case RecentSeries recent -> Stream.of(recent.selector());
            case Call call -> call.arguments().stream().flatMap(Keys::selectors);
            case Aggregation aggregation -> aggregation.arguments().stream().flatMap(Keys::selectors);
            case Operation operation ->
                Stream.of(operation.left(), operation.right()).flatMap(Keys::selectors);
            case Negation negation -> selectors(negation.of());
            case LiteralText literal -> Stream.empty();
            case Constant constant -> Stream.empty();
        };
    }
}
