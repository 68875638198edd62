package dev.readygate.cli.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The parts of the current Deployment that the command line reads.
 *
 * @param settled the Deployment controller has seen the newest generation
 * @param rolledOut all pods are of the declared revision, and available
 * @param held the operator's sentence for its pause; absent when a user paused the Deployment
 * @param keeper the tool that keeps applying it, if known
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
        /** The name in the form of a command's arguments. */
        public String typed() {
            return deployment + " -n " + namespace;
        }

        @Override
        public String toString() {
            return deployment;
        }
    }
}
