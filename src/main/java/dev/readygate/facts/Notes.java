package dev.readygate.facts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Conclusions from a value that does not change, computed once and kept as long as the value. They are not part of
 * it: it equals the same value without them.
 */
public final class Notes {
    private final Map<Object, Object> conclusions = new ConcurrentHashMap<>();

    /** @param question all that the conclusion depends on, besides the value itself */
    public <T> T once(Object question, Class<T> type, Supplier<T> conclusion) {
        return type.cast(conclusions.computeIfAbsent(question, it -> conclusion.get()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Notes;
    }

    @Override
    public int hashCode() {
        return Notes.class.hashCode();
    }
}
