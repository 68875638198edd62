package dev.readygate.signals;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many samples through at once. Waiting costs a parked virtual thread and holds up nobody else: the host
 * is queued for first, so those who wait for a slow host do not use up their namespace's places.
 */
final class Turnstile {
    private final Map<Key, Place> places = new ConcurrentHashMap<>();
    private final Limits limits;

    Turnstile(Limits limits) {
        this.limits = limits;
    }

    private sealed interface Key {
        record Host(String namespace, String host) implements Key {}

        record Namespace(String namespace) implements Key {}

        record Everybody() implements Key {}
    }

    /** A place taken, given back by closing it. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    Pass enter(String namespace, String host) throws InterruptedException {
        var taken = new ArrayDeque<Pass>();
        try {
            taken.push(enter(new Key.Host(namespace, host), limits.perHost()));
            taken.push(enter(new Key.Namespace(namespace), limits.perNamespace()));
            taken.push(enter(new Key.Everybody(), limits.total()));
            return () -> taken.forEach(Pass::close);
        } catch (InterruptedException e) {
            taken.forEach(Pass::close);
            throw e;
        }
    }

    private Pass enter(Key key, int limit) throws InterruptedException {
        var place = places.compute(key, (_, known) -> (known == null ? new Place(limit) : known).oneMore());
        try {
            place.free.acquire();
        } catch (InterruptedException e) {
            leave(key);
            throw e;
        }
        return () -> {
            place.free.release();
            leave(key);
        };
    }

    /** Nothing is remembered of a host nobody asks: pods come and go. */
    private void leave(Key key) {
        places.computeIfPresent(key, (_, place) -> place.oneLess());
    }

    int remembered() {
        return places.size();
    }

    /** The count is touched only inside the map's own atomic calls. */
    private static final class Place {
        private final Semaphore free;
        private int users;

        Place(int limit) {
            free = new Semaphore(limit, true);
        }

        Place oneMore() {
            users++;
            return this;
        }

        Place oneLess() {
            users--;
            return users == 0 ? null : this;
        }
    }
}
