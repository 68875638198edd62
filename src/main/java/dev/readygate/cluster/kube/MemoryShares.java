package dev.readygate.cluster.kube;

import java.util.HashMap;
import java.util.Map;

/**
 * Limits the memory of objects that users create without limit. A namespace takes at most its share, and, with a new
 * object, at most as much as was free for all before it.
 */
public final class MemoryShares {
    private static final int NAMESPACES_IN_A_HEAP = 10;
    private static final int ALL_IN_A_HEAP = 3;

    private final long ofANamespace;
    private final long ofAll;
    private final Map<String, Map<String, Long>> taken = new HashMap<>();
    private final Map<String, Long> sums = new HashMap<>();
    private long total;

    /** Shares that grow with the operator's heap. */
    public static MemoryShares ofHeap(long bytes) {
        return new MemoryShares(bytes / NAMESPACES_IN_A_HEAP, bytes / ALL_IN_A_HEAP);
    }

    public MemoryShares(long ofANamespace, long ofAll) {
        this.ofANamespace = ofANamespace;
        this.ofAll = ofAll;
    }

    /**
     * Replaces the bytes that the object took before.
     *
     * @param bytes an estimate
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
