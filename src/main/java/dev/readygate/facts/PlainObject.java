package dev.readygate.facts;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns a Kubernetes object into plain values: whole numbers are Longs, and null values are left out. */
public final class PlainObject {
    /**
     * Fields that only tools read: they would make up most of the object, and change without a change of the
     * object.
     */
    private static final Set<String> BOOKKEEPING = Set.of("managedFields", "resourceVersion");

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final String STATUS = "status";
    private static final Set<String> COUNTS =
            Set.of("disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods");

    private PlainObject() {}

    public static Map<String, Object> deployment(Map<?, ?> json) {
        var plain = of(json);
        plain.remove(STATUS);
        return Map.copyOf(plain);
    }

    /** Keeps only the status counts of a PodDisruptionBudget; an autoscaler's status changes all the time. */
    public static Map<String, Object> neighbour(Map<?, ?> json) {
        var plain = of(json);
        plain.computeIfPresent(STATUS, (name, status) -> counts((Map<?, ?>) status));
        return Map.copyOf(plain);
    }

    private static Map<String, Object> counts(Map<?, ?> status) {
        var counts = fields(status);
        counts.keySet().retainAll(COUNTS);
        return counts.isEmpty() ? null : counts;
    }

    private static Map<String, Object> of(Map<?, ?> json) {
        var plain = fields(json);
        plain.computeIfPresent("metadata", (name, metadata) -> metadata((Map<?, ?>) metadata));
        return plain;
    }

    private static Map<String, Object> metadata(Map<?, ?> whole) {
        var kept = fields(whole);
        kept.keySet().removeAll(BOOKKEEPING);
        kept.computeIfPresent("annotations", (name, annotations) -> annotations((Map<?, ?>) annotations));
        return Map.copyOf(kept);
    }

    private static Map<String, Object> annotations(Map<?, ?> whole) {
        var kept = fields(whole);
        kept.remove(LAST_APPLIED);
        return Map.copyOf(kept);
    }

    private static Map<String, Object> fields(Map<?, ?> json) {
        var fields = new HashMap<String, Object>();
        json.forEach((name, value) -> {
            if (value != null) {
                fields.put((String) name, value(value));
            }
        });
        return fields;
    }

    /** Immutable maps take half the memory of others, and there are many. */
    private static Object value(Object json) {
        return switch (json) {
            case Map<?, ?> map -> Map.copyOf(fields(map));
            case List<?> list ->
                list.stream().filter(Objects::nonNull).map(PlainObject::value).toList();
            case Integer number -> number.longValue();
            case BigInteger number -> number.doubleValue();
            case Number number when !(number instanceof Long) -> number.doubleValue();
            default -> json;
        };
    }
}
