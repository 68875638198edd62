package dev.readygate.cli.plan;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Optional;

/** Deployment {@code cart} at generation 7, and its report. */
public final class Cart {
    public static final DeploymentName NAME = new DeploymentName("shop", "cart");

    private Cart() {}

    public static DeclaredDeployment declared() {
        return new DeclaredDeployment(NAME, "uid", 7, true, true, Optional.empty(), Optional.empty());
    }

    public static DeclaredDeployment stillStarting() {
        return new DeclaredDeployment(NAME, "uid", 7, true, false, Optional.empty(), Optional.empty());
    }

    public static DeclaredDeployment unsettled() {
        return new DeclaredDeployment(NAME, "uid", 7, false, false, Optional.empty(), Optional.empty());
    }

    /** @param yaml the status of the report */
    public static ReportedDeployment known(String yaml) {
        return new ReportedDeployment(declared(), Optional.of(status(yaml)));
    }

    public static ReportedDeployment unreported() {
        return new ReportedDeployment(declared(), Optional.empty());
    }

    public static ReadinessReportStatus status(String yaml) {
        return Serialization.unmarshal("---\n" + yaml, ReadinessReportStatus.class);
    }

    /** A report about generation 7. */
    public static String saying(String phase, String ready, String reason, String message) {
        return """
                deploymentGeneration: 7
                phase: %s
                revision: {hash: v2, images: [cart:2]}
                baseline: {hash: v1, images: [cart:1]}
                conditions: [{type: Ready, status: "%s", reason: %s, message: "%s"}]
                """.formatted(phase, ready, reason, message);
    }
}
