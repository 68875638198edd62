package dev.readygate.checks.metrics;

import dev.readygate.api.v1alpha1.Percentage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An error budget.
 *
 * @param allowed the share that may be bad: 0.001 for 99.9 %
 */
record Budget(double allowed) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private static final List<String> OBJECTIVES =
            List.of("99.999%", "99.995%", "99.99%", "99.95%", "99.9%", "99.5%", "99%", "98%", "95%", "90%");

    /** Users should not promise an objective just kept. */
    private static final double KEPT = 0.25;

    static Budget of(Percentage objective) {
        return new Budget(WHOLE.subtract(objective.percent()).movePointLeft(2).doubleValue());
    }

    /** 1 when nothing went wrong, 0 when it is spent, negative beyond that. */
    double left(double bad) {
        return 1 - bad / allowed;
    }

    /** Whether it burns faster, compared as the rules of Prometheus are written: share > factor * allowed. */
    boolean burnsFaster(double bad, double factor) {
        return bad > factor * allowed;
    }

    /** At 1 it lasts exactly for the window. */
    double burn(double bad) {
        return bad / allowed;
    }

    /** The strictest usual objective that would have left a quarter of its budget. */
    static Optional<Percentage> supportedBy(double attainedPercent) {
        return OBJECTIVES.stream()
                .map(Percentage::new)
                .filter(it -> of(it).left(1 - attainedPercent / 100) >= KEPT)
                .findFirst();
    }
}
