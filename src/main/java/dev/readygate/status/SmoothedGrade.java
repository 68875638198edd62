package dev.readygate.status;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.score.Steady;
import dev.readygate.score.Steady.SteadyValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Grade and verdict as the report before and the numbers of now make them. */
public final class SmoothedGrade {
    private SmoothedGrade() {}

    static Steady of(Report report) {
        var now = report.world().at().truncatedTo(ChronoUnit.SECONDS);
        return report.previous()
                .filter(it -> isAboutTheSame(it, report))
                .map(it -> said(it).next(report.card(), now))
                .orElseGet(() -> Steady.first(report.card(), now));
    }

    /** When the report will say something better, though nothing happens. */
    public static Optional<Instant> changesAt(Report report) {
        return of(report).changesAt(report.card());
    }

    /** Another revision, or another policy, is judged by what is so: there is nothing to compare with. */
    private static boolean isAboutTheSame(ReadinessReportStatus before, Report report) {
        return before.gradeSince() != null
                && before.verdictSince() != null
                && before.verdict() != null
                && before.policies().equals(report.agreement().refs())
                && hash(Optional.ofNullable(before.revision())).equals(hash(JudgedRevision.of(report)));
    }

    private static Optional<String> hash(Optional<RevisionStatus> revision) {
        return revision.map(RevisionStatus::hash);
    }

    private static Steady said(ReadinessReportStatus before) {
        return new Steady(
                new SteadyValue<>(Optional.ofNullable(before.grade()), before.gradeSince()),
                new SteadyValue<>(before.verdict(), before.verdictSince()));
    }
}
