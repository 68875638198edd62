package dev.readygate.cli.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The Deployment as it is now, as far as the command line looks at it.
 *
 * @param settled the Deployment controller has seen the newest generation
 * @param rolledOut all pods are of the declared revision, and available
 * @param held the sentence Readygate left when it paused it; absent when a person paused it
 * @param keeper the tool that keeps applying it, where it can be told
 */
public record DeclaredDeployment(
        DeploymentName name,
        String uid,
        long generation,
        boolean settled,
        boolean rolledOut,
        Optional<String> held,
        Optional<String> keeper) {

    public DeclaredDeployment {
        requireNonNull(name, "name");
        requireNonNull(uid, "uid");
        requireNonNull(held, "held");
        requireNonNull(keeper, "keeper");
    }

    public record DeploymentName(String namespace, String deployment) {
        /** As it is typed behind another command. */
        public String typed() {
            return deployment + " -n " + namespace;
        }

        @Override
        public String toString() {
            return deployment;
        }
    }
}
