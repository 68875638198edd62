package dev.readygate.api.v1alpha1;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies that treat absent as empty and keep the user's order. */
final class Copy {
    private Copy() {}

    static <T> List<T> of(List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }

    static <V> Map<String, V> of(Map<String, V> entries) {
        return entries == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
