package dev.readygate.admit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Assigns a name to each generated admission policy. The names are numbered and limited: RBAC can limit the
 * operator to names, but not to a prefix, and an admission policy cannot guard admission policies.
 *
 * @param taken the existing names, with the policy each was generated from
 */
public record PolicyNamePool(int most, Map<String, PolicyId> taken) {
    private static final String NAME = "readygate-admit-%03d";

    public PolicyNamePool {
        taken = Map.copyOf(taken);
    }

    /** A policy that has a name and may have one keeps it, the lowest of several; others get the lowest free names. */
    public Map<PolicyId, String> of(Collection<PolicyId> wanted) {
        var admitted = inTurns(wanted).limit(most).toList();
        var places = new HashMap<PolicyId, String>(kept(Set.copyOf(admitted)));
        var free = IntStream.rangeClosed(1, most)
                .mapToObj(NAME::formatted)
                .filter(it -> !taken.containsKey(it))
                .iterator();
        admitted.stream()
                .filter(it -> !places.containsKey(it))
                .takeWhile(it -> free.hasNext())
                .forEach(it -> places.put(it, free.next()));
        return places;
    }

    /**
     * The cluster's policies first, then one of each namespace, then a second one of each, so that no namespace
     * takes all names.
     */
    private static Stream<PolicyId> inTurns(Collection<PolicyId> wanted) {
        var before = new HashMap<String, Integer>();
        return new TreeSet<>(wanted)
                .stream()
                        .map(it -> new Turn(
                                it.namespace().isEmpty() ? 0 : before.merge(it.namespace(), 1, Integer::sum), it))
                        .sorted(Comparator.comparing(Turn::round).thenComparing(Turn::policy))
                        .map(Turn::policy);
    }

    private record Turn(int round, PolicyId policy) {}

    private Map<PolicyId, String> kept(Set<PolicyId> wanted) {
        return new TreeMap<>(taken)
                .entrySet().stream()
                        .filter(it -> wanted.contains(it.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (lowest, other) -> lowest));
    }

    /** The names that are no longer needed. */
    public List<String> useless(Collection<PolicyId> wanted) {
        var used = Set.copyOf(of(wanted).values());
        return new TreeSet<>(taken.keySet())
                .stream().filter(it -> !used.contains(it)).toList();
    }
}
