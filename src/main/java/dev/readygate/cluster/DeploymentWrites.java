package dev.readygate.cluster;

import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;

/** All we ever write to Deployments and ReplicaSets. The template and the number of replicas are never among it. */
public final class DeploymentWrites {
    private final KubernetesClient client;
    private final Traces traces;

    public DeploymentWrites(KubernetesClient client) {
        this.client = client;
        this.traces = new Traces(client);
    }

    void pause(Workload workload, String why) {
        patch(workload, why, true);
    }

    void unpause(Workload workload) {
        patch(workload, null, false);
    }

    /** A null removes the annotation. */
    private void patch(Workload workload, String held, boolean paused) {
        var ref = workload.ref();
        var patch = Patches.of(ref.uid(), workload.resourceVersion());
        patch.withObject("/metadata").putObject("annotations").put(Names.HELD, held);
        patch.putObject("spec").put("paused", paused);
        traces.cover(deployment(ref).patch(Patches.MERGE, patch.toString()));
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
