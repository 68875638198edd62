package dev.readygate.status;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
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
        var conditions = new Conditions(before, GENERATION, report.world().at())
                .say("Ready", new Because(standing.reason(), standing.sentence()));
        report.decision()
                .progress()
                .gates()
                .forEach(it -> conditions.say(it.gate().name(), why(it)));
        return conditions.sorted();
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
        return new Because(gate.state(), sentence);
    }

    private static String on(GateStatus gate) {
        return gate.waitingOn() == null ? "" : " for " + gate.waitingOn();
    }

    private static String by(GateStatus gate) {
        return gate.waitingOn() == null ? "" : " by " + gate.waitingOn();
    }
}
