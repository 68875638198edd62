package dev.readygate.cli.check;

import java.util.stream.Stream;

/**
 * Fills in a Deployment as the API server of Kubernetes 1.36 would store it: with defaults, and with quantities in
 * canonical form. A test compares it with a real API server.
 */
final class DeploymentDefaults {
    private DeploymentDefaults() {}

    static void fillIn(Fields deployment) {
        var spec = deployment
                .in("spec")
                .or("replicas", 1)
                .or("revisionHistoryLimit", 10)
                .or("progressDeadlineSeconds", 600)
                .dropIfZero("paused", "minReadySeconds");
        var strategy = spec.in("strategy").or("type", "RollingUpdate");
        if (strategy.text("type").orElseThrow().equals("RollingUpdate")) {
            strategy.in("rollingUpdate").or("maxUnavailable", "25%").or("maxSurge", "25%");
        }
        var template = spec.in("template");
        template.in("metadata");
        pod(template.in("spec"));
    }

    private static void pod(Fields pod) {
        pod.or("restartPolicy", "Always")
                .or("terminationGracePeriodSeconds", 30)
                .or("dnsPolicy", "ClusterFirst")
                .or("schedulerName", "default-scheduler")
                .dropIfZero("hostNetwork", "hostPID", "hostIPC", "serviceAccountName", "serviceAccount")
                .dropIfZero("nodeSelector", "overhead")
                .in("securityContext");
        pod.text("serviceAccount").ifPresent(it -> pod.or("serviceAccountName", it));
        pod.text("serviceAccountName").ifPresent(it -> pod.node().put("serviceAccount", it));
        pod.quantities("overhead");
        resources(pod);
        pod.each("volumes").forEach(VolumeDefaults::fillIn);
        Stream.of("initContainers", "containers").flatMap(pod::each).forEach(ContainerDefaults::fillIn);
    }

    static void resources(Fields of) {
        of.there("resources").forEach(it -> {
            it.quantities("requests");
            it.quantities("limits");
        });
    }
}
