package dev.readygate.signals;

import dev.readygate.signals.fetch.ConcurrencyLimiter;
import dev.readygate.signals.fetch.Limits;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The few threads that judge answers and decide. Namespaces take turns, and none of them takes more than half of
 * the free threads: while one has many answers to judge, the others go on.
 */
public final class FairThreads implements AutoCloseable {
    /** With a single thread, one task would block all others. */
    private static final int FEWEST = 2;

    private final ExecutorService threads;
    private final ConcurrencyLimiter turns;

    /** @param cores how many threads can work at once */
    public FairThreads(int cores) {
        int many = Math.max(FEWEST, cores);
        threads = Executors.newFixedThreadPool(
                many, Thread.ofPlatform().name("judge-", 1).daemon().factory());
        turns = new ConcurrencyLimiter(new Limits(many, many, many));
    }

    /** @return the result; the work runs on one of these threads while the caller waits */
    public <T> T of(String namespace, Supplier<T> work) {
        try (var _ = turns.enter(namespace, namespace)) {
            return threads.submit(work::get).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it waited for its turn", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
