package dev.readygate.signals.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.signals.fetch.ConcurrencyLimiter.Pass;
import java.lang.Thread.State;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {
    private static final Set<State> WAITING = Set.of(State.WAITING, State.TIMED_WAITING);

    private final ConcurrencyLimiter turnstile = new ConcurrencyLimiter(new Limits(1, 2, 4));

    @Test
    void oneHostIsNotAskedTooMuchAtOnce() throws Exception {
        var first = turnstile.enter("shop", "slow");
        var second = queueFor("shop", "slow");
        waits(second);
        first.close();
        second.join().close();
    }

    @Test
    void aSlowHostHoldsUpNoOther() throws Exception {
        try (var _ = turnstile.enter("shop", "slow")) {
            waits(queueFor("shop", "slow"));
            turnstile.enter("shop", "quick").close();
        }
    }

    @Test
    void aFullNamespaceHoldsUpNoOther() throws Exception {
        try (var _ = turnstile.enter("shop", "a");
                var _ = turnstile.enter("shop", "b")) {
            waits(queueFor("shop", "c"));
            turnstile.enter("bank", "a").close();
        }
    }

    @Test
    void theNextNamespaceFindsAPlace() throws Exception {
        var shop = List.of(turnstile.enter("shop", "a"), turnstile.enter("shop", "b"));
        var bank = turnstile.enter("bank", "a");
        var bankAgain = queueFor("bank", "b");
        waits(bankAgain);

        var mail = turnstile.enter("mail", "a");
        waits(queueFor("post", "a"));

        mail.close();
        bank.close();
        shop.forEach(Pass::close);
        bankAgain.join().close();
    }

    @Test
    void namespacesTakeTurns() throws Exception {
        var narrow = new ConcurrencyLimiter(new Limits(9, 9, 1));
        var first = narrow.enter("shop", "a");
        var order = new CopyOnWriteArrayList<String>();
        var threads = Stream.of("shop", "shop", "shop", "bank")
                .map(it -> queue(narrow, it, order))
                .toList();

        first.close();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(order.indexOf("bank")).isLessThanOrEqualTo(1);
    }

    private static Thread queue(ConcurrencyLimiter narrow, String namespace, List<String> order) {
        var thread = Thread.startVirtualThread(() -> {
            try (var _ = narrow.enter(namespace, "a")) {
                order.add(namespace);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> WAITING.contains(thread.getState()));
        return thread;
    }

    @Test
    void nothingIsRememberedOfFinishedSamples() throws Exception {
        turnstile.enter("shop", "a").close();
        assertThat(turnstile.remembered()).isZero();
    }

    @Test
    void givingUpWaitingLeavesNoTrace() throws Exception {
        var inside = turnstile.enter("shop", "a");
        var waiting = Thread.startVirtualThread(() -> queueHere("shop", "a"));
        await().until(() -> WAITING.contains(waiting.getState()));
        waiting.interrupt();
        waiting.join();
        inside.close();
        assertThat(turnstile.remembered()).isZero();
    }

    private CompletableFuture<Pass> queueFor(String namespace, String host) {
        var pass = new CompletableFuture<Pass>();
        var thread = Thread.startVirtualThread(() -> pass.complete(queueHere(namespace, host)));
        await().until(() -> pass.isDone() || WAITING.contains(thread.getState()));
        return pass;
    }

    private Pass queueHere(String namespace, String host) {
        try {
            return turnstile.enter(namespace, host);
        } catch (InterruptedException e) {
            return () -> {};
        }
    }

    private static void waits(CompletableFuture<Pass> queued) {
        assertThat(queued).isNotDone();
    }
}
