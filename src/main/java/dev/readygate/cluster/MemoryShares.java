package dev.readygate.cluster;

import java.util.HashMap;
import java.util.Map;

/**
 * How much memory the objects of each namespace may take that people write at will. None has more than its share, and none
 * more than half of what is left for all.
 */
public final class MemoryShares {
    private static final long MIB = 1024 * 1024;
    private static final long OF_A_NAMESPACE = 16 * MIB;
    private static final long OF_ALL = 64 * MIB;

    private final long ofANamespace;
    private final long ofAll;
    private final Map<String, Map<String, Long>> taken = new HashMap<>();
    private final Map<String, Long> sums = new HashMap<>();
    private long total;

    public MemoryShares() {
        this(OF_A_NAMESPACE, OF_ALL);
    }

    MemoryShares(long ofANamespace, long ofAll) {
        this.ofANamespace = ofANamespace;
        this.ofAll = ofAll;
    }

    /**
     * In place of what the object took before.
     *
     * @param bytes roughly
     * @return whether there is room for it
     */
    synchronized boolean take(String namespace, String object, long bytes) {
        giveBack(namespace, object);
        long sum = sums.getOrDefault(namespace, 0L) + bytes;
        if (sum > ofANamespace || sum > ofAll - total) {
            return false;
        }
        taken.computeIfAbsent(namespace, _ -> new HashMap<>()).put(object, bytes);
        add(namespace, bytes);
        return true;
    }

    synchronized void giveBack(String namespace, String object) {
        var own = taken.getOrDefault(namespace, Map.of());
        if (own.containsKey(object)) {
            add(namespace, -own.remove(object));
        }
        if (own.isEmpty()) {
            taken.remove(namespace);
            sums.remove(namespace);
        }
    }

    private void add(String namespace, long bytes) {
        sums.merge(namespace, bytes, Long::sum);
        total += bytes;
    }
}
