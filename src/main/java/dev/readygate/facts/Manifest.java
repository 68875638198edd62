package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Deployment as the API server returned it, as plain maps, lists, texts, Longs, Doubles and Booleans: without
 * its status, and without the fields that only tools read (managedFields, last-applied-configuration).
 *
 * @param around empty while it is not known, or if no check needs it
 */
public record Manifest(Map<String, Object> object, Optional<Around> around, Notes notes) {
    public Manifest {
        object = Map.copyOf(object);
        requireNonNull(around, "around");
        requireNonNull(notes, "notes");
    }

    public Manifest(Map<String, Object> object, Optional<Around> around) {
        this(object, around, new Notes());
    }

    /** As plain maps, init containers last; fields of another shape are left out. */
    public Stream<Map<?, ?>> allContainers() {
        return Stream.concat(list("containers"), list("initContainers"));
    }

    /** Those that run as long as the pod does: sidecars among the init containers too. */
    public Stream<Map<?, ?>> runningContainers() {
        return Stream.concat(
                list("containers"), list("initContainers").filter(it -> "Always".equals(it.get("restartPolicy"))));
    }

    private Stream<Map<?, ?>> list(String containers) {
        var pod = map(map(map(object.get("spec")).get("template")).get("spec"));
        return (pod.get(containers) instanceof List<?> list ? list : List.of())
                .stream().map(Manifest::map);
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /**
     * The objects that concern its pods, in the same form.
     *
     * @param serviceAccount empty if there is none of the name that the Deployment gives
     */
    public record Around(
            List<Map<String, Object>> pdbs,
            List<Map<String, Object>> hpas,
            List<Map<String, Object>> services,
            List<Map<String, Object>> networkPolicies,
            Map<String, Object> serviceAccount) {
        public Around {
            pdbs = List.copyOf(pdbs);
            hpas = List.copyOf(hpas);
            services = List.copyOf(services);
            networkPolicies = List.copyOf(networkPolicies);
            serviceAccount = Map.copyOf(serviceAccount);
        }
    }
}
