package dev.readygate.policy;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import java.time.Instant;

/** A policy as its author wrote it, of a namespace or of the cluster. */
public record Policy(PolicyRef ref, String uid, Instant createdAt, ReadinessPolicySpec spec) {
    public static final String CLUSTER_KIND = "ClusterReadinessPolicy";

    public Policy {
        requireNonNull(ref, "ref");
        requireNonNull(uid, "uid");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(spec, "spec");
    }

    public boolean enforces() {
        return spec.mode() == Mode.Enforce;
    }

    /** Its name for people, with its kind where the name is not enough. */
    public static String called(PolicyRef ref) {
        return ref.kind().equals(CLUSTER_KIND) ? ref.kind() + "/" + ref.name() : ref.name();
    }
}
