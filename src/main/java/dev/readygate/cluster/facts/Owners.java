package dev.readygate.cluster.facts;

import dev.readygate.facts.JobRun;
import dev.readygate.facts.ProgressiveDelivery;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import java.util.Optional;

/** Reads and writes owner references. */
public final class Owners {
    private Owners() {}

    /** Kind and name of the owner, if it belongs to another tool for progressive delivery. */
    public static Optional<String> drivenBy(HasMetadata object) {
        return object.getMetadata().getOwnerReferences().stream()
                .filter(it -> Boolean.TRUE.equals(it.getController()))
                .filter(it ->
                        ProgressiveDelivery.GROUPS.contains(it.getApiVersion().split("/")[0]))
                .map(it -> it.getKind() + " " + it.getName())
                .findFirst();
    }

    public static OwnerReference replicaSet(JobRun.JobOwner revision) {
        return new OwnerReferenceBuilder()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName(revision.name())
                .withUid(revision.uid())
                .build();
    }

    public static Optional<OwnerReference> controller(HasMetadata object, String kind) {
        return object.getMetadata().getOwnerReferences().stream()
                .filter(it -> kind.equals(it.getKind()) && Boolean.TRUE.equals(it.getController()))
                .findFirst();
    }

    public static List<String> controllerUid(HasMetadata object, String kind) {
        return controller(object, kind).map(OwnerReference::getUid).stream().toList();
    }
}
