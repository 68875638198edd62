package dev.readygate.cli.cluster;

import io.fabric8.kubernetes.client.Config;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Kubectl's flags to impersonate a user. */
public final class Impersonation {
    @Option(names = "--as", paramLabel = "USER", description = "Ask in this user's name, if you may impersonate them.")
    private String user;

    @Option(names = "--as-group", paramLabel = "GROUP", description = "And as a member of this group; can be repeated.")
    private List<String> groups = List.of();

    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    public void in(Config config) {
        if (user != null) {
            config.setImpersonateUsername(user);
        }
        if (!groups.isEmpty()) {
            config.setImpersonateGroups(groups.toArray(String[]::new));
        }
    }
}
