package dev.readygate.checks.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts the cost of one evaluation, and ends an expensive one: one step for every node, and more for large values, the
 * more so if they were made just now.
 *
 * <p>The steps decide, so that the same expression over the same data has the same answer everywhere. The time is for
 * costs that the steps misjudge.
 */
final class Meter implements CelEvaluationListener {
    static final int MOST_STEPS = 500_000;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private static final int READ_A_STEP = 100;
    private static final int MADE_A_STEP = 10;
    private static final ScopedValue<Meter> CURRENT = ScopedValue.newInstance();

    private final long start = System.nanoTime();
    private long steps;
    private boolean exceeded;
    private boolean spent;

    <T, X extends Throwable> T run(ScopedValue.CallableOp<T, X> evaluation) throws X {
        return ScopedValue.where(CURRENT, this).call(evaluation);
    }

    /** The cost of a function, counted before it runs. */
    static void charge(long steps) {
        CURRENT.get().count(steps);
    }

    @Override
    public void callback(CelExpr node, Object value) {
        boolean made = node.exprKind().getKind() == Kind.CALL && value instanceof CharSequence;
        count(1 + size(value) / (made ? MADE_A_STEP : READ_A_STEP));
    }

    private static long size(Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case Collection<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case null, default -> 0;
        };
    }

    private void count(long more) {
        steps += more;
        spent |= !Allowance.spend(more);
        if (steps > MOST_STEPS || spent || System.nanoTime() - start > LONGEST) {
            exceeded = true;
            throw new TooMuch();
        }
    }

    /** An operator such as || may have swallowed the exception: the expression has no answer all the same. */
    boolean exceeded() {
        return exceeded;
    }

    String why() {
        return spent
                ? "all expressions about this Deployment together take too long, more than %d steps"
                        .formatted(Allowance.STEPS)
                : "it takes too long, more than %d steps".formatted(MOST_STEPS);
    }

    private static final class TooMuch extends RuntimeException {
        TooMuch() {
            super("too much", null, false, false);
        }
    }
}
