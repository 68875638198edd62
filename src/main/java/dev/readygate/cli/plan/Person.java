package dev.readygate.cli.plan;

import java.util.List;

/** Who types, as the API server knows them. */
public record Person(String user, List<String> groups) {
    public Person {
        groups = List.copyOf(groups);
    }
}
