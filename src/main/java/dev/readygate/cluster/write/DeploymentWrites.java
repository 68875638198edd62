package dev.readygate.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.kube.Patches;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;

/**
 * Writes to Deployments and ReplicaSets, except to the template, which {@link TemplateWrites} writes. The operator
 * never writes the replicas of a Deployment.
 */
final class DeploymentWrites {
    private final KubernetesClient client;
    private final ManagedFieldsCleaner cleaner;

    DeploymentWrites(KubernetesClient client) {
        this.client = client;
        this.cleaner = new ManagedFieldsCleaner(client);
    }

    void pause(Workload workload, String why) {
        patch(workload, why, true);
    }

    void unpause(Workload workload) {
        patch(workload, null, false);
    }

    /** Keeps a user's pause, and the pause of gate Start. */
    void retry(Workload workload) {
        var patch = patch(workload);
        annotations(patch).put(ContractNames.RETRY, (String) null);
        if (workload.held().isPresent() && workload.waiting().isEmpty()) {
            pause(patch, null, false);
        }
        write(workload.ref(), patch);
    }

    private void patch(Workload workload, String held, boolean paused) {
        var patch = patch(workload);
        pause(patch, held, paused);
        write(workload.ref(), patch);
    }

    private static ObjectNode patch(Workload workload) {
        return Patches.of(workload.ref().uid(), workload.resourceVersion());
    }

    /** A null removes the annotation. */
    private static void pause(ObjectNode patch, String held, boolean paused) {
        annotations(patch).put(ContractNames.HELD, held);
        patch.putObject("spec").put("paused", paused);
    }

    private static ObjectNode annotations(ObjectNode patch) {
        return patch.withObject("/metadata/annotations");
    }

    private void write(DeploymentRef ref, ObjectNode patch) {
        cleaner.cover(deployment(ref).patch(Patches.MERGE, patch.toString()));
    }

    void empty(DeploymentRef ref, Revision revision) {
        var patch = Patches.of(revision.uid(), revision.resourceVersion());
        patch.putObject("spec").put("replicas", 0);
        replicaSet(ref, revision).patch(Patches.MERGE, patch.toString());
    }

    void remove(DeploymentRef ref, Revision revision) {
        replicaSet(ref, revision)
                .lockResourceVersion(revision.resourceVersion())
                .delete();
    }

    private RollableScalableResource<Deployment> deployment(DeploymentRef ref) {
        return client.apps().deployments().inNamespace(ref.namespace()).withName(ref.name());
    }

    private RollableScalableResource<ReplicaSet> replicaSet(DeploymentRef ref, Revision revision) {
        return client.apps().replicaSets().inNamespace(ref.namespace()).withName(revision.name());
    }
}
