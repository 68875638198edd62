package dev.readygate.cli.plan;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadyReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Deployment and its latest report. */
public record ReportedDeployment(DeclaredDeployment declared, Optional<ReadinessReportStatus> report) {
    public ReportedDeployment {
        requireNonNull(declared, "declared");
        requireNonNull(report, "report");
    }

    /** The report, unless it is still about an earlier generation: the operator writes it a moment after a change. */
    public Optional<ReadinessReportStatus> current() {
        return report.filter(it -> it.deploymentGeneration() != null)
                .filter(it -> declared.settled() && it.deploymentGeneration() >= declared.generation());
    }

    /** Says why there is no report of the newest change yet. */
    public String whyNotCurrent() {
        if (!declared.settled()) {
            return "Kubernetes is still taking in the newest change of %s.".formatted(declared.name());
        }
        return report.isEmpty()
                ? "There is no report of %s: no policy meets it, or the operator has not seen it yet."
                        .formatted(declared.name())
                : "The operator has not looked at the newest change of %s yet.".formatted(declared.name());
    }

    public static Optional<Condition> ready(ReadinessReportStatus status) {
        return status.conditions().stream()
                .filter(it -> it.type().equals("Ready"))
                .findFirst();
    }

    public static boolean isVerified(ReadinessReportStatus status) {
        return ready(status).filter(it -> it.status() == ConditionStatus.True).isPresent();
    }

    /** Whether its Ready has one of these reasons. */
    public static boolean isBecause(ReadinessReportStatus status, ReadyReason... reasons) {
        return ready(status)
                .filter(it ->
                        Stream.of(reasons).anyMatch(reason -> reason.name().equals(it.reason())))
                .isPresent();
    }

    /** The sentence of the report. */
    public static String sentence(ReadinessReportStatus status) {
        return ready(status).map(Condition::message).orElse("Nothing is said of it yet.");
    }

    /** In these phases the report's checks are about the pods of the baseline. */
    public static boolean isGoingBack(ReadinessReportStatus status) {
        return status.phase().isGoingBack();
    }

    public static boolean isIn(ReadinessReportStatus status, Phase... phases) {
        return List.of(phases).contains(status.phase());
    }
}
