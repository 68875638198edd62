package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
