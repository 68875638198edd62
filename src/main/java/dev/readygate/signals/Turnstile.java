package dev.readygate.signals;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many samples through at once. Waiting costs a parked virtual thread and holds up nobody else: the host
 * is queued for first, so those who wait for a slow host do not use up their namespace's places.
 */
final class Turnstile {
    private final Map<Object, Place> places = new ConcurrentHashMap<>();
    private final Limits limits;

    Turnstile(Limits limits) {
        this.limits = limits;
    }

    private record OfNamespace(String namespace) {}

    private record OfHost(String namespace, String host) {}

    /** A place taken, given back by closing it. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    Pass enter(String namespace, String host) throws InterruptedException {
        var ofHost = enter(new OfHost(namespace, host), limits.perHost());
        try {
            var ofNamespace = enter(new OfNamespace(namespace), limits.perNamespace());
            return () -> {
                ofNamespace.close();
                ofHost.close();
            };
        } catch (InterruptedException e) {
            ofHost.close();
            throw e;
        }
    }

    private Pass enter(Object key, int limit) throws InterruptedException {
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
    private void leave(Object key) {
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
