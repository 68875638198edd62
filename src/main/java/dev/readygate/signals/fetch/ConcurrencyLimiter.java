package dev.readygate.signals.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits how many samples run at once. Waiting costs a parked virtual thread and delays no other namespace: samples
 * that wait for a slow host do not use up their namespace's places, namespaces take turns, and none of them takes
 * more than half of the free places, so that the next one finds some.
 */
public final class ConcurrencyLimiter {
    private static final Duration FOREVER = Duration.ofDays(1000);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, NamespaceQueue> lines = new HashMap<>();
    private final Set<NamespaceQueue> waiting = new LinkedHashSet<>();
    private final Limits limits;
    private int inside;

    public ConcurrencyLimiter(Limits limits) {
        this.limits = limits;
    }

    /** A place; closing it returns it. */
    public interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    public Pass enter(String namespace, String host) throws InterruptedException {
        return enter(namespace, host, FOREVER).orElseThrow();
    }

    /** @return empty if no place became free within the patience */
    public Optional<Pass> enter(String namespace, String host, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var line = lines.computeIfAbsent(namespace, NamespaceQueue::new);
            var guest = new Guest(line, host, lock.newCondition());
            line.queue(guest);
            waiting.add(line);
            moveOn();
            return guest.isLetIn(patience) ? Optional.of(() -> leave(guest)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Assigns free places, one to each waiting namespace in turn. */
    private void moveOn() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (var line : List.copyOf(waiting)) {
                boolean mayTakeOne = line.inside < limits.perNamespace() && line.inside < limits.total() - inside;
                if (mayTakeOne && line.letOneIn()) {
                    moved = true;
                    goesToTheEnd(line);
                }
            }
        }
    }

    private void goesToTheEnd(NamespaceQueue line) {
        if (waiting.remove(line)) {
            waiting.add(line);
        }
    }

    private void leave(Guest guest) {
        lock.lock();
        try {
            guest.line.leaves(guest.host);
            moveOn();
        } finally {
            lock.unlock();
        }
    }

    int remembered() {
        lock.lock();
        try {
            return lines.size();
        } finally {
            lock.unlock();
        }
    }

    /** The samples of one namespace. The lock protects all of it. */
    private final class NamespaceQueue {
        private final String namespace;
        private final Map<String, Deque<Guest>> queues = new LinkedHashMap<>();
        private final Map<String, Integer> byHost = new HashMap<>();
        private int inside;

        NamespaceQueue(String namespace) {
            this.namespace = namespace;
        }

        void queue(Guest guest) {
            queues.computeIfAbsent(guest.host, _ -> new ArrayDeque<>()).add(guest);
        }

        /** Skips hosts at their limit; there are few, as each of them takes up many places. */
        boolean letOneIn() {
            var free = queues.keySet().stream()
                    .filter(it -> byHost.getOrDefault(it, 0) < limits.perHost())
                    .findFirst();
            free.ifPresent(host -> {
                var guest = queues.get(host).poll();
                byHost.merge(host, 1, Integer::sum);
                inside++;
                ConcurrencyLimiter.this.inside++;
                guest.letIn();
                forgetEmpty(host);
            });
            return free.isPresent();
        }

        void leaves(String host) {
            byHost.computeIfPresent(host, (_, count) -> count == 1 ? null : count - 1);
            inside--;
            ConcurrencyLimiter.this.inside--;
            forgetEmpty(host);
        }

        void gaveUp(Guest guest) {
            queues.get(guest.host).remove(guest);
            forgetEmpty(guest.host);
        }

        /** Forgets a host without samples: pods come and go. */
        private void forgetEmpty(String host) {
            queues.computeIfPresent(host, (_, guests) -> guests.isEmpty() ? null : guests);
            if (queues.isEmpty()) {
                waiting.remove(this);
            }
            if (queues.isEmpty() && inside == 0) {
                lines.remove(namespace);
            }
        }
    }

    /** A sample that waits for a place, or has one. */
    private static final class Guest {
        private final NamespaceQueue line;
        private final String host;
        private final Condition turn;
        private boolean in;

        Guest(NamespaceQueue line, String host, Condition turn) {
            this.line = line;
            this.host = host;
            this.turn = turn;
        }

        void letIn() {
            in = true;
            turn.signal();
        }

        boolean isLetIn(Duration patience) throws InterruptedException {
            long left = patience.toNanos();
            try {
                while (!in && left > 0) {
                    left = turn.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                if (!in) {
                    line.gaveUp(this);
                    throw e;
                }
                // It got a place at the same moment; the caller is interrupted where it can return the place.
                Thread.currentThread().interrupt();
            }
            if (!in) {
                line.gaveUp(this);
            }
            return in;
        }
    }
}
