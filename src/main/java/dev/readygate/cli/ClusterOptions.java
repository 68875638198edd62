package dev.readygate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which cluster and namespace: kubectl's own flags, with kubectl's defaults. */
final class ClusterOptions {
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

    @Option(names = "--as", paramLabel = "USER", description = "Ask in this user's name, if you may impersonate them.")
    private String user;

    @Option(names = "--as-group", paramLabel = "GROUP", description = "And as a member of this group; can be repeated.")
    private List<String> groups = List.of();

    Optional<String> namespace() {
        return Optional.ofNullable(namespace);
    }

    Optional<String> context() {
        return Optional.ofNullable(context);
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    List<String> groups() {
        return groups;
    }

    Optional<Path> kubeconfig() {
        return Optional.ofNullable(kubeconfig);
    }
}
