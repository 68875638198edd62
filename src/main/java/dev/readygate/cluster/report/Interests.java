package dev.readygate.cluster.report;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.cluster.facts.PromotedFacts;
import dev.readygate.cluster.kube.Waker;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.PromotedBaseline;
import dev.readygate.facts.ReportRef;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which Deployments have checks on the verified revision of others, to wake them when that revision changes. */
public final class Interests {
    private final Map<DeploymentRef, Set<ReportRef>> wanted = new ConcurrentHashMap<>();
    private final Waker waker;

    public Interests(Waker waker) {
        this.waker = waker;
    }

    public void of(DeploymentRef ref, Set<ReportRef> others) {
        if (others.isEmpty()) {
            wanted.remove(ref);
        } else {
            wanted.put(ref, others);
        }
    }

    public void reportChanged(ReadinessReport before, ReadinessReport after) {
        if (promoted(before).equals(promoted(after))) {
            return;
        }
        var metadata = (after == null ? before : after).getMetadata();
        var changed = new ReportRef(metadata.getNamespace(), metadata.getName());
        wanted.forEach((ref, others) -> {
            if (others.contains(changed)) {
                waker.wake(ref.namespace(), ref.name());
            }
        });
    }

    private static PromotedBaseline promoted(ReadinessReport report) {
        return PromotedFacts.of(Optional.ofNullable(report).map(ReadinessReport::getStatus));
    }
}
