package dev.readygate.status;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.ConditionStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.status.Conditions.Because;
import java.util.List;

/** What tools that wait for a report look at. */
final class ReportConditions {
    /** A report has no spec, so it stays at the generation it was born with. */
    static final long GENERATION = 1;

    private ReportConditions() {}

    static List<Condition> of(Report report) {
        var before = report.previous().map(ReadinessReportStatus::conditions).orElse(List.of());
        var standing = report.decision().standing();
        var because = new Because(standing.reason(), standing.sentence());
        return new Conditions(before, GENERATION, report.world().at())
                .say("Ready", ready(standing), because)
                .sayIf(standing.outlook() == Outlook.Progressing, "Reconciling", because)
                .sayIf(standing.outlook() == Outlook.Stuck, "Stalled", because)
                .sorted();
    }

    /** Ready means that what is declared is verified and runs; nobody knows of what nobody judges. */
    private static ConditionStatus ready(Standing standing) {
        return switch (standing.outlook()) {
            case Verified -> ConditionStatus.True;
            case Progressing, Stuck -> ConditionStatus.False;
            case Unjudged -> ConditionStatus.Unknown;
        };
    }
}
