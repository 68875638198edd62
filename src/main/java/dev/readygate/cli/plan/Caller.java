package dev.readygate.cli.plan;

import java.util.List;

/** The user of the command, as the API server knows them. */
public record Caller(String user, List<String> groups) {
    public Caller {
        groups = List.copyOf(groups);
    }
}
