package dev.readygate.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.signals.Turnstile.Pass;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private final Turnstile turnstile = new Turnstile(new Limits(1, 2, 3));

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
    void noMoreThanTheTotalAreInside() throws Exception {
        try (var _ = turnstile.enter("shop", "a");
                var _ = turnstile.enter("shop", "b")) {
            var third = turnstile.enter("bank", "a");
            var fourth = queueFor("mail", "a");
            waits(fourth);
            third.close();
            fourth.join().close();
        }
    }

    @Test
    void nothingIsRememberedOfThoseWhoLeft() throws Exception {
        turnstile.enter("shop", "a").close();
        assertThat(turnstile.remembered()).isZero();
    }

    @Test
    void whoeverGivesUpWaitingLeavesNoTrace() throws Exception {
        var inside = turnstile.enter("shop", "a");
        var waiting = Thread.startVirtualThread(() -> queueHere("shop", "a"));
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        waiting.interrupt();
        waiting.join();
        inside.close();
        assertThat(turnstile.remembered()).isZero();
    }

    private CompletableFuture<Pass> queueFor(String namespace, String host) {
        var pass = new CompletableFuture<Pass>();
        var thread = Thread.startVirtualThread(() -> pass.complete(queueHere(namespace, host)));
        await().until(() -> pass.isDone() || thread.getState() == Thread.State.WAITING);
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
