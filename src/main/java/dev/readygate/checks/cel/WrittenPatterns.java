package dev.readygate.checks.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Regular expressions that an expression writes out: their mistakes are known without any data. */
final class WrittenPatterns {
    private static final Set<String> TAKING_ONE = Set.of("matches", "find", "findAll");

    private WrittenPatterns() {}

    static Optional<String> unfit(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .flatMap(it -> written(it.expr()))
                .flatMap(pattern -> BoundedPattern.mistake(pattern)
                        .map(why -> "the regular expression %s cannot be used: %s".formatted(pattern, why))
                        .stream())
                .findFirst();
    }

    private static Stream<String> written(CelExpr expression) {
        if (expression.exprKind().getKind() != Kind.CALL
                || !TAKING_ONE.contains(expression.call().function())) {
            return Stream.empty();
        }
        return Stream.of(expression.call().args().getLast())
                .filter(it -> it.exprKind().getKind() == Kind.CONSTANT)
                .map(CelExpr::constant)
                .filter(it -> it.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue);
    }
}
