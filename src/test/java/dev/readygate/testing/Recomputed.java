package dev.readygate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The numbers of a report, computed again from the report alone. */
public final class Recomputed {
    private static final int SETTLING_SECONDS = 300;

    private final ReadinessReportStatus report;
    private final Map<String, List<CheckResult>> byCategory;

    private Recomputed(ReadinessReportStatus report) {
        this.report = report;
        this.byCategory =
                report.checks().stream().collect(Collectors.groupingBy(it -> Objects.toString(it.category(), "")));
    }

    /** The numbers of a report follow from its checks. */
    public static void verify(ReadinessReportStatus report) {
        new Recomputed(report).verify();
    }

    private void verify() {
        assertThat(report.score())
                .isEqualTo(score().map(it -> (int) Math.floor(it)).orElse(null));
        assertThat(report.coverage()).isEqualTo((int) Math.floor(coverage()));
        if (mayLag()) {
            assertThat(report.verdict()).isGreaterThanOrEqualTo(verdict());
            return;
        }
        assertThat(report.grade()).isEqualTo(grade().orElse(null));
        assertThat(report.verdict()).isEqualTo(verdict());
    }

    /** For a while after a change, a small improvement is not displayed yet. */
    private boolean mayLag() {
        return !grade().equals(Optional.ofNullable(report.grade())) && isRecent(report.gradeSince())
                || verdict() != report.verdict() && isRecent(report.verdictSince());
    }

    private static boolean isRecent(java.time.Instant since) {
        return since.isAfter(java.time.Instant.now().minusSeconds(SETTLING_SECONDS));
    }

    private Optional<Double> score() {
        double weights = 0;
        double sum = 0;
        for (var it : byCategory.entrySet()) {
            double answered = weight(it.getValue(), Recomputed::isAnswered);
            double weight = answered > 0 ? declared(it.getKey()).orElse(answered) : 0;
            weights += weight;
            sum += weight > 0 ? weight * points(it.getValue()) / answered : 0;
        }
        return weights > 0 ? Optional.of(rounded(sum / weights)) : Optional.empty();
    }

    private double coverage() {
        double weights = 0;
        double sum = 0;
        for (var it : byCategory.entrySet()) {
            double applying = weight(it.getValue(), one -> one.outcome() != CheckOutcome.NotApplicable);
            double weight = applying > 0 ? declared(it.getKey()).orElse(applying) : 0;
            weights += weight;
            sum += weight > 0 ? weight * 100 * weight(it.getValue(), Recomputed::isAnswered) / applying : 0;
        }
        return weights > 0 ? rounded(sum / weights) : 0;
    }

    private static double rounded(double number) {
        return Math.round(number * 1e9) / 1e9;
    }

    private Optional<Double> declared(String category) {
        return report.categories().stream()
                .filter(it -> it.name().equals(category) && it.weight() != null)
                .map(it -> it.weight().doubleValue())
                .findFirst();
    }

    private static double points(List<CheckResult> members) {
        return members.stream()
                .filter(Recomputed::isAnswered)
                .mapToDouble(it -> it.weight() * it.score())
                .sum();
    }

    private static double weight(List<CheckResult> members, Predicate<CheckResult> which) {
        return members.stream().filter(which).mapToDouble(CheckResult::weight).sum();
    }

    private static boolean isAnswered(CheckResult check) {
        return check.score() != null;
    }

    private Optional<Grade> grade() {
        var scoring = report.scoring();
        return score().map(it -> it >= scoring.green() ? Grade.Green : it >= scoring.amber() ? Grade.Amber : Grade.Red);
    }

    private Verdict verdict() {
        var scoring = report.scoring();
        var score = score();
        if (required(Recomputed::fails)
                || score.filter(it -> it < scoring.conditional()).isPresent()) {
            return Verdict.Fail;
        }
        if (score.isEmpty()) {
            return Verdict.Unknown;
        }
        boolean good = score.get() >= scoring.pass() && coverage() >= scoring.minCoverage();
        return good && !required(Recomputed::isOpen) ? Verdict.Pass : Verdict.Conditional;
    }

    private boolean required(Predicate<CheckResult> which) {
        return report.checks().stream().filter(CheckResult::required).anyMatch(which);
    }

    /** Without data it fails if the policy counts that as a failure. */
    private static boolean fails(CheckResult check) {
        return switch (check.outcome()) {
            case Fail -> true;
            case Unknown, Error -> isAnswered(check) && check.score() == 0;
            case Pass, Waived, NotApplicable -> false;
        };
    }

    private static boolean isOpen(CheckResult check) {
        return switch (check.outcome()) {
            case Waived -> true;
            case Unknown, Error -> !isAnswered(check);
            case Pass, Fail, NotApplicable -> false;
        };
    }
}
