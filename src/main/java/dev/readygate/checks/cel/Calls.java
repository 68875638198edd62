package dev.readygate.checks.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions an expression calls. */
final class Calls {
    /** Leaves out operators: _&&_, !_, @in. */
    private static final Pattern NAMED = Pattern.compile("[A-Za-z].*");

    private static final String OVER_KEYS_AND_VALUES = "a macro over keys and values";

    private Calls() {}

    static Set<String> of(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .flatMap(it -> of(it.expr()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> of(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case Kind.CALL ->
                Stream.of(expression.call().function())
                        .filter(it -> NAMED.matcher(it).matches());
            case Kind.COMPREHENSION ->
                expression.comprehension().iterVar2().isEmpty() ? Stream.empty() : Stream.of(OVER_KEYS_AND_VALUES);
            default -> Stream.empty();
        };
    }
}
