package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Set;

/** A user as the API server knows it: a person or a machine, and its groups at the time of the request. */
public record Person(String user, Set<String> groups) {
    /** What sentences call a person whose name was not recorded. */
    public static final String UNKNOWN = "somebody unknown";

    public Person {
        requireNonNull(user, "user");
        groups = Set.copyOf(groups);
    }

    public boolean isOneOf(Collection<String> users, Collection<String> ofGroups) {
        return users.contains(user) || ofGroups.stream().anyMatch(groups::contains);
    }
}
