package dev.readygate.facts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Conclusions from something that does not change, drawn once and kept as long as it is. They add nothing to it: with or
 * without them it is the same.
 */
public final class Notes {
    private final Map<Object, Object> conclusions = new ConcurrentHashMap<>();

    /** @param question all that the conclusion depends on, besides what the notes are about */
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
