package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Set;

/** Somebody as the API server knows them: a person or a machine, and the groups they were in when they spoke. */
public record Person(String user, Set<String> groups) {
    public Person {
        requireNonNull(user, "user");
        groups = Set.copyOf(groups);
    }

    public boolean isOneOf(Collection<String> users, Collection<String> ofGroups) {
        return users.contains(user) || ofGroups.stream().anyMatch(groups::contains);
    }
}
