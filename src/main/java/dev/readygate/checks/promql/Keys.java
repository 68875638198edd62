package dev.readygate.checks.promql;

import static java.util.stream.Collectors.toSet;

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
import java.util.Optional;
import java.util.stream.Stream;

/** By which labels a query picks its Deployment: all of its selectors have to agree. */
record Keys(String namespace, Optional<String> deployment, Optional<String> pods) {

    enum Role {
        Namespace,
        Deployment,
        Pods,
        None
    }

    static Optional<Keys> in(Expression expression) {
        var all = selectors(expression).map(Keys::of).collect(toSet());
        return all.size() == 1 ? all.iterator().next() : Optional.empty();
    }

    private static Optional<Keys> of(Selector selector) {
        var namespace = label(selector, Role.Namespace);
        var deployment = label(selector, Role.Deployment);
        var pods = label(selector, Role.Pods);
        return namespace
                .filter(_ -> deployment.isPresent() != pods.isPresent())
                .map(it -> new Keys(it, deployment, pods));
    }

    private static Optional<String> label(Selector selector, Role role) {
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

    private static Stream<Selector> selectors(Expression expression) {
        return switch (expression) {
            case Selector selector -> Stream.of(selector);
            case Recent recent -> Stream.of(recent.selector());
            case Call call -> call.arguments().stream().flatMap(Keys::selectors);
            case Aggregation aggregation -> aggregation.arguments().stream().flatMap(Keys::selectors);
            case Operation operation ->
                Stream.of(operation.left(), operation.right()).flatMap(Keys::selectors);
            case Negation negation -> selectors(negation.of());
            case Literal literal -> Stream.empty();
            case Constant constant -> Stream.empty();
        };
    }
}
