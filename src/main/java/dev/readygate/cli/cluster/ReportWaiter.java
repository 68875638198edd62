package dev.readygate.cli.cluster;

import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for the report to change after new evidence or a waiver: the operator decides, not the command. */
public record ReportWaiter(Session session, String name, Duration patience) {

    /** The report as soon as all these checks have changed; empty if they do not in time. */
    public Optional<ReadinessReportStatus> of(List<String> checks, ReadinessReportStatus before) {
        if (patience.isZero() || checks.isEmpty()) {
            return Optional.empty();
        }
        try {
            var report = session.client()
                    .resources(ReadinessReport.class)
                    .inNamespace(session.namespace())
                    .withName(name)
                    .waitUntilCondition(
                            it -> it != null && isOther(it.getStatus(), before, checks),
                            patience.toMillis(),
                            TimeUnit.MILLISECONDS);
            return Optional.of(report.getStatus());
        } catch (KubernetesClientTimeoutException silent) {
            return Optional.empty();
        }
    }

    private static boolean isOther(ReadinessReportStatus now, ReadinessReportStatus before, List<String> checks) {
        return now != null && checks.stream().noneMatch(it -> result(now, it).equals(result(before, it)));
    }

    public static Optional<CheckResult> result(ReadinessReportStatus status, String check) {
        return status.checks().stream().filter(it -> it.name().equals(check)).findFirst();
    }
}
