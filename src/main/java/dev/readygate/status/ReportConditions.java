package dev.readygate.status;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.ConditionStatus;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.status.Conditions.Because;
import java.util.List;

/** The conditions of a report, for tools that wait on them. */
final class ReportConditions {
    /** A report has no spec, so its generation stays 1. */
    static final long GENERATION = 1;

    private ReportConditions() {}

    static List<Condition> of(Report report) {
        var before = report.previous().map(ReadinessReportStatus::conditions).orElse(List.of());
        var standing = report.decision().standing();
        var because = new Because(standing.reason(), standing.sentence());
        var conditions = new Conditions(before, GENERATION, report.world().at())
                .say("Ready", ready(standing), because)
                .sayIf(standing.outlook() == Outlook.Progressing, "Reconciling", because)
                .sayIf(standing.outlook() == Outlook.Stuck, "Stalled", because);
        report.decision()
                .progress()
                .gates()
                .forEach(it -> conditions.say(it.gate().name(), through(it), why(it)));
        return conditions.sorted();
    }

    /** A gate that was skipped or not reached is neither open nor closed. */
    private static ConditionStatus through(GateStatus gate) {
        return switch (gate.state()) {
            case Passed -> ConditionStatus.True;
            case Held, Failed, TimedOut -> ConditionStatus.False;
            case Pending, Skipped -> ConditionStatus.Unknown;
        };
    }

    private static Because why(GateStatus gate) {
        var sentence = switch (gate.state()) {
            case Passed -> "The revision is through.";
            case Held -> "The revision waits here" + on(gate) + ".";
            case TimedOut -> "The revision has waited here too long" + on(gate) + ".";
            case Failed -> "The revision was turned away" + by(gate) + ".";
            case Pending -> "The revision has not come here yet.";
            case Skipped -> "Nothing holds this revision here.";
        };
        return new Because(gate.state().name(), sentence);
    }

    private static String on(GateStatus gate) {
        return gate.waitingOn() == null ? "" : " for " + gate.waitingOn();
    }

    private static String by(GateStatus gate) {
        return gate.waitingOn() == null ? "" : " by " + gate.waitingOn();
    }

    /**
     * Ready means that the declared revision is verified and runs; without a policy that asks for verification it
     * is Unknown.
     */
    private static ConditionStatus ready(Standing standing) {
        return switch (standing.outlook()) {
            case Verified -> ConditionStatus.True;
            case Progressing, Stuck -> ConditionStatus.False;
            case Unjudged -> ConditionStatus.Unknown;
        };
    }
}
