package dev.readygate.cli.check;

import dev.readygate.policy.RelatedKind;

/** Fills in related objects as the API server would store them, as far as rules look at them. */
final class RelatedKindDefaults {
    private static final long USED = 80;

    private RelatedKindDefaults() {}

    static void fillIn(RelatedKind kind, Fields object) {
        switch (kind) {
            case Autoscaler -> autoscaler(object);
            case Service -> service(object.in("spec"));
            case NetworkPolicy -> networkPolicy(object.in("spec"));
            case DisruptionBudget, ServiceAccount -> {}
        }
    }

    /** The API server serves an autoscaler of the older version as one of the newer. */
    private static void autoscaler(Fields object) {
        var spec = object.in("spec").or("minReplicas", 1);
        object.node().put("apiVersion", "autoscaling/v2");
        var target = spec.node().remove("targetCPUUtilizationPercentage");
        if (!spec.node().has("metrics")) {
            var cpu = spec.node().putArray("metrics").addObject().put("type", "Resource");
            var resource = cpu.putObject("resource").put("name", "cpu");
            resource.putObject("target")
                    .put("type", "Utilization")
                    .put("averageUtilization", target == null ? USED : target.asLong());
        }
    }

    private static void service(Fields spec) {
        spec.or("type", "ClusterIP").or("sessionAffinity", "None");
        spec.each("ports").forEach(it -> {
            it.or("protocol", "TCP");
            if (!it.node().has("targetPort")) {
                it.node().set("targetPort", it.node().path("port"));
            }
        });
    }

    private static void networkPolicy(Fields spec) {
        if (!spec.node().has("policyTypes")) {
            var types = spec.node().putArray("policyTypes").add("Ingress");
            if (spec.node().has("egress")) {
                types.add("Egress");
            }
        }
    }
}
