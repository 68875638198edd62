package dev.readygate.status;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.SloStatus;
import dev.readygate.checks.metrics.SloJudge;
import dev.readygate.checks.prometheus.SloEvaluator;
import dev.readygate.facts.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One line for each objective. Numbers are cut to significant digits, so that small changes do not rewrite the
 * report.
 */
final class SloLines {
    private SloLines() {}

    static List<SloStatus> of(Report report) {
        return report.agreement().checks().stream()
                .map(it -> it.variants().getFirst())
                .filter(it -> it.slo() != null)
                .map(it -> SloEvaluator.seen(it, report.world())
                        .map(figures -> line(it, figures))
                        .orElseGet(() -> unseen(it)))
                .toList();
    }

    private static SloStatus unseen(CheckSpec spec) {
        return new SloStatus(spec.name(), spec.slo().objective(), spec.slo().window(), null, null, null, null);
    }

    private static SloStatus line(CheckSpec spec, Figures figures) {
        double attained = figures.number(SloJudge.ATTAINED).orElseThrow();
        return new SloStatus(
                spec.name(),
                spec.slo().objective(),
                spec.slo().window(),
                floored(attained, 3),
                floored(figures.number(SloJudge.BUDGET_LEFT).orElseThrow(), 0),
                Math.rint(figures.number(SloJudge.BURN).orElseThrow() * 10) / 10,
                SloJudge.recommended(attained).orElse(null));
    }

    /** Rounds down, but not because of an error in the ninth decimal. */
    private static double floored(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(9, RoundingMode.HALF_EVEN)
                .setScale(decimals, RoundingMode.FLOOR)
                .doubleValue();
    }
}
