package dev.readygate.status;

import dev.readygate.api.v1alpha1.Risk;
import dev.readygate.api.v1alpha1.RiskStatus;
import dev.readygate.facts.Outcome;
import java.util.List;

/**
 * The risks of a Deployment. A risk is open until the check that closes it passes; without such a check only its
 * author closes it.
 */
final class Risks {
    private Risks() {}

    static List<RiskStatus> of(Report report) {
        return report.agreement().risks().stream().map(it -> risk(it, report)).toList();
    }

    private static RiskStatus risk(Risk risk, Report report) {
        return new RiskStatus(
                risk.name(),
                risk.impact(),
                risk.likelihood(),
                risk.consequence(),
                risk.mitigation(),
                risk.done(),
                risk.owner(),
                risk.closedBy(),
                !isClosed(risk, report));
    }

    private static boolean isClosed(Risk risk, Report report) {
        return report.decision().findings().stream()
                .anyMatch(it -> it.check().equals(risk.closedBy()) && it.is(Outcome.Pass));
    }
}
