package dev.readygate.cluster.write;

import dev.readygate.cluster.kube.JsonPatch;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.cluster.kube.Patches;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * What we write to a Deployment belongs to nobody, or an apply that says {@code paused} itself would conflict with us.
 * Where the API server mutates, policy readygate-traceless sees to it in the same request; elsewhere it takes another.
 */
final class ManagedFieldsCleaner {
    private final KubernetesClient client;

    ManagedFieldsCleaner(KubernetesClient client) {
        this.client = client;
    }

    /** @param written as the API server returned it */
    void cover(Deployment written) {
        var owners = written.getMetadata().getManagedFields();
        for (int i = 0; i < owners.size(); i++) {
            if (ObjectNames.FIELD_MANAGER.equals(owners.get(i).getManager())) {
                remove(i, written);
                return;
            }
        }
    }

    private void remove(int index, Deployment written) {
        var patch = new JsonPatch(
                        written.getMetadata().getUid(), written.getMetadata().getResourceVersion())
                .remove("/metadata/managedFields/" + index);
        // If somebody was faster: the write itself stands, and an owner too many is no reason to try again.
        Overtaken.wentThrough(() -> client.resource(written).patch(Patches.JSON, patch.toString()));
    }
}
