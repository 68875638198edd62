package dev.readygate.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In whose name, too. A verb for which --as means something else goes without. */
final class AsSomebody extends ClusterOptions {
    @Option(names = "--as", paramLabel = "USER", description = "Ask in this user's name, if you may impersonate them.")
    private String user;

    @Option(names = "--as-group", paramLabel = "GROUP", description = "And as a member of this group; can be repeated.")
    private List<String> groups = List.of();

    @Override
    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    @Override
    List<String> groups() {
        return groups;
    }
}
