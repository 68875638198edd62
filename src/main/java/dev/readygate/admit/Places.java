package dev.readygate.admit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which guard goes by which name. The names are numbered, and there are only so many: RBAC can limit the operator to
 * names, but not to a prefix, and an admission policy cannot guard admission policies.
 *
 * @param taken what is there, whose it is
 */
public record Places(int most, Map<String, Asker> taken) {
    private static final String NAME = "readygate-admit-%03d";

    public Places {
        taken = Map.copyOf(taken);
    }

    /** Whoever has a place keeps it, the lowest of several; others get the lowest that are free, as far as there are any. */
    public Map<Asker, String> of(Collection<Asker> wanted) {
        var places = new HashMap<Asker, String>(kept(Set.copyOf(wanted)));
        var free = IntStream.rangeClosed(1, most)
                .mapToObj(NAME::formatted)
                .filter(it -> !taken.containsKey(it))
                .iterator();
        new TreeSet<>(wanted)
                .stream()
                        .filter(it -> !places.containsKey(it))
                        .takeWhile(it -> free.hasNext())
                        .forEach(it -> places.put(it, free.next()));
        return places;
    }

    private Map<Asker, String> kept(Set<Asker> wanted) {
        return new TreeMap<>(taken)
                .entrySet().stream()
                        .filter(it -> wanted.contains(it.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (lowest, other) -> lowest));
    }

    /** What nobody wants. */
    public List<String> useless(Collection<Asker> wanted) {
        var used = Set.copyOf(of(wanted).values());
        return new TreeSet<>(taken.keySet())
                .stream().filter(it -> !used.contains(it)).toList();
    }
}
