package dev.readygate.cli.cluster;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** Kinds that commands read untyped, so that a template is written back with all its fields, unknown ones included. */
public final class RawKinds {
    public static final ResourceDefinitionContext DEPLOYMENT = namespaced("apps", "v1", "Deployment");
    static final ResourceDefinitionContext REPLICA_SET = namespaced("apps", "v1", "ReplicaSet");
    static final ResourceDefinitionContext POD = namespaced("", "v1", "Pod");
    static final ResourceDefinitionContext LEASE = namespaced("coordination.k8s.io", "v1", "Lease");
    public static final ResourceDefinitionContext REPORT = namespaced("readygate.dev", "v1alpha1", "ReadinessReport");

    private RawKinds() {}

    private static ResourceDefinitionContext namespaced(String group, String version, String kind) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(kind.toLowerCase(java.util.Locale.ROOT) + "s")
                .withNamespaced(true)
                .build();
    }
}
