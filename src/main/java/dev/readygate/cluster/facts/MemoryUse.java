package dev.readygate.cluster.facts;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Documents;
import dev.readygate.api.v1alpha1.JobCheck;
import dev.readygate.api.v1alpha1.ManifestCheck;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.cluster.kube.MemoryShares;
import dev.readygate.cluster.kube.Sharing;
import java.util.List;

/** The memory that evidence and policies take, and what is kept of them when a namespace takes more than its share. */
public final class MemoryUse {
    private static final String TOO_MUCH = "more than the namespace's share of the operator's memory has room for";

    /** Bytes of an object without its texts. */
    private static final long AROUND = 1_000;

    /** Records and lists around a text take more than the text. */
    private static final long FOR_EACH_CHARACTER = 3;

    private MemoryUse() {}

    public static Sharing<ReadinessEvidence> evidence(MemoryShares shares) {
        return new Sharing<>(shares, it -> AROUND + Documents.bytes(it.getSpec().data()), MemoryUse::withoutData);
    }

    public static Sharing<ReadinessPolicy> policies(MemoryShares shares) {
        return new Sharing<>(shares, MemoryUse::bytes, MemoryUse::withoutChecks);
    }

    private static ReadinessEvidence withoutData(ReadinessEvidence whole) {
        return Trims.evidence(whole, whole.getSpec().data() == null ? null : Documents.refused(TOO_MUCH));
    }

    private static long bytes(ReadinessPolicy policy) {
        long texts = policy.getSpec().toString().length() * FOR_EACH_CHARACTER;
        return AROUND
                + texts
                + policy.getSpec().checks().stream().mapToLong(MemoryUse::bytes).sum();
    }

    private static long bytes(CheckSpec check) {
        return switch (check.asksSomething() ? check.kind() : null) {
            case ManifestCheck manifest -> Documents.bytes(manifest.params());
            case JobCheck job -> Documents.bytes(job.template());
            case null, default -> 0;
        };
    }

    /** One placeholder replaces the checks: a report in which checks are missing must not look complete. */
    private static ReadinessPolicy withoutChecks(ReadinessPolicy whole) {
        var spec = whole.getSpec();
        var less = Trims.policyWithoutSpec(whole);
        less.setSpec(new ReadinessPolicySpec(
                spec.mode(),
                spec.selector(),
                List.of(),
                List.of(),
                List.of(CheckSpec.placeholder("policy/" + whole.getMetadata().getName())),
                spec.rollout(),
                spec.scoring(),
                null,
                List.of(),
                List.of(),
                List.of()));
        return less;
    }
}
