package dev.readygate.cli.cluster;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Kubectl's flags for the cluster and the namespace, with kubectl's defaults. */
public final class ClusterOptions {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Where it is; otherwise the namespace of the kubeconfig's context.")
    private String namespace;

    @Option(names = "--context", paramLabel = "NAME", description = "The kubeconfig's context to use.")
    private String context;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "The kubeconfig to use; otherwise $KUBECONFIG, then ~/.kube/config.")
    private Path kubeconfig;

    public Optional<String> namespace() {
        return Optional.ofNullable(namespace);
    }

    Optional<String> context() {
        return Optional.ofNullable(context);
    }

    Optional<Path> kubeconfig() {
        return Optional.ofNullable(kubeconfig);
    }
}
