package dev.readygate.cluster.admission;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** A container for dry runs, so modest that every quota and pod security level admits it. */
final class TrialContainer {
    private TrialContainer() {}

    static Container container() {
        var little = Map.of("cpu", new Quantity("1m"), "memory", new Quantity("1Mi"));
        return new ContainerBuilder()
                .withName("none")
                .withImage("none")
                .withNewResources()
                .withRequests(little)
                .withLimits(little)
                .endResources()
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .build();
    }
}
