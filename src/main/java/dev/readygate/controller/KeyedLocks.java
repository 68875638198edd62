package dev.readygate.controller;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Allows one reconciliation of a Deployment at a time. The SDK promises this, but forgets a running reconciliation
 * when a Deployment is deleted and created again under the same name.
 */
final class KeyedLocks {
    private static final int MANY = 256;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(MANY).toArray(ReentrantLock[]::new);

    <T> T take(String namespace, String name, Supplier<T> work) {
        var lock = locks[Math.floorMod((namespace + "/" + name).hashCode(), MANY)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
