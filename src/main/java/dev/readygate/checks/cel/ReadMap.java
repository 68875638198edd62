package dev.readygate.checks.cel;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A map of plain values that the runtime takes as it is. It walks through any other map, with all that is in it, each
 * time an expression names it: more than half of what the rules of a pack cost.
 */
final class ReadMap extends CelValue implements Map<Object, Object> {
    private static final CelType TYPE = MapType.create(SimpleType.DYN, SimpleType.DYN);

    private final Map<?, ?> map;

    private ReadMap(Map<?, ?> map) {
        this.map = map;
    }

    /** Maps inside are wrapped when they are read. */
    static Object of(Object plain) {
        return switch (plain) {
            case ReadMap wrapped -> wrapped;
            case Map<?, ?> map -> new ReadMap(map);
            case List<?> list
            when list.stream().anyMatch(it -> it instanceof Map || it instanceof List) ->
                list.stream().map(ReadMap::of).toList();
            default -> plain;
        };
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return map.isEmpty();
    }

    @Override
    public CelType celType() {
        return TYPE;
    }

    @Override
    public Object get(Object key) {
        var value = map.get(key);
        return value == null ? null : of(value);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public boolean containsKey(Object key) {
        return map.containsKey(key);
    }

    @Override
    public boolean containsValue(Object value) {
        return values().contains(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Set<Object> keySet() {
        return (Set<Object>) map.keySet();
    }

    @Override
    public Collection<Object> values() {
        return map.values().stream().map(ReadMap::of).toList();
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return map.entrySet().stream()
                .collect(toUnmodifiableMap(it -> (Object) it.getKey(), it -> of(it.getValue())))
                .entrySet();
    }

    @Override
    public Object put(Object key, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object remove(Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(Map<?, ?> more) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadMap read ? map.equals(read.map) : map.equals(other);
    }

    @Override
    public int hashCode() {
        return map.hashCode();
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
