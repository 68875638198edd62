package dev.readygate.status;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.score.Steady;
import dev.readygate.score.Steady.SteadyValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Grade and verdict from the previous report and the current numbers. */
public final class SmoothedGrade {
    private SmoothedGrade() {}

    static Steady of(Report report) {
        var now = report.world().at().truncatedTo(ChronoUnit.SECONDS);
        return report.previousOnTheRevision()
                .filter(it -> isByTheSamePolicies(it, report))
                .map(it -> said(it).next(report.card(), now))
                .orElseGet(() -> Steady.first(report.card(), now));
    }

    /** When grade or verdict improves without another event. */
    public static Optional<Instant> changesAt(Report report) {
        return of(report).changesAt(report.card());
    }

    /** A different revision or policy is judged by its own numbers: there is no previous grade to compare with. */
    private static boolean isByTheSamePolicies(ReadinessReportStatus before, Report report) {
        return before.gradeSince() != null
                && before.verdictSince() != null
                && before.verdict() != null
                && before.policies().equals(report.agreement().refs());
    }

    private static Steady said(ReadinessReportStatus before) {
        return new Steady(
                new SteadyValue<>(Optional.ofNullable(before.grade()), before.gradeSince()),
                new SteadyValue<>(before.verdict(), before.verdictSince()));
    }
}
