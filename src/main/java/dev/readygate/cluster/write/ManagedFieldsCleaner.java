package dev.readygate.cluster.write;

import dev.readygate.cluster.kube.JsonPatch;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.cluster.kube.Patches;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Removes the operator from a Deployment's managedFields, or an apply that sets {@code paused} would conflict with it.
 * Where the API server has mutating policies, readygate-traceless does this in the same request; elsewhere it takes
 * another one.
 */
final class ManagedFieldsCleaner {
    private final KubernetesClient client;

    ManagedFieldsCleaner(KubernetesClient client) {
        this.client = client;
    }

    /** @param written the Deployment as the API server returned it */
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
        // After a conflict the write itself stands, and one owner too many is no reason to try again.
        Overtaken.wentThrough(() -> client.resource(written).patch(Patches.JSON, patch.toString()));
    }
}
