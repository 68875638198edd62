package dev.readygate.testing;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import java.util.Optional;

/** How many pods an app has, and how they are replaced. */
public record Shape(int replicas, Optional<DeploymentStrategy> strategy) {

    /** Replaced by the default strategy: a quarter more or less at a time. */
    public static Shape of(int replicas) {
        return new Shape(replicas, Optional.empty());
    }

    public Shape rolling(int maxSurge, int maxUnavailable) {
        return rolling(new IntOrString(maxSurge), new IntOrString(maxUnavailable));
    }

    public Shape rolling(IntOrString maxSurge, IntOrString maxUnavailable) {
        return with(new DeploymentStrategyBuilder()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(maxSurge)
                .withMaxUnavailable(maxUnavailable)
                .endRollingUpdate()
                .build());
    }

    public Shape recreating() {
        return with(new DeploymentStrategyBuilder().withType("Recreate").build());
    }

    private Shape with(DeploymentStrategy wanted) {
        return new Shape(replicas, Optional.of(wanted));
    }

    Shape scaledTo(int wanted) {
        return new Shape(wanted, strategy);
    }
}
