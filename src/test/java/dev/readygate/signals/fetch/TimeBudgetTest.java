package dev.readygate.signals.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    private final TimeBudget time = new TimeBudget(Duration.ofMillis(100));

    @Test
    void aReadyAnswerCostsNoTime() throws Exception {
        assertThat(time.await(CompletableFuture.completedFuture("here"))).isEqualTo("here");
        assertThat(time.left()).isPositive();
    }

    @Test
    void aMissingAnswerUsesItUp() {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> time.await(new CompletableFuture<>())).isInstanceOf(TimeoutException.class);
        assertThat(System.nanoTime() - begun)
                .isGreaterThanOrEqualTo(Duration.ofMillis(100).toNanos());
        assertThat(time.left()).isLessThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void allPartsShareIt() {
        assertThatThrownBy(() -> time.await(new CompletableFuture<>())).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> time.await(new CompletableFuture<>())).isInstanceOf(TimeoutException.class);
    }

    @Test
    void aSliceWeSleptThroughCountsForNoMoreThanItWasToBe() {
        var oversleeping = new Oversleeping();
        assertThatThrownBy(() -> time.await(oversleeping)).isInstanceOf(TimeoutException.class);
        assertThat(oversleeping.slices).hasSizeGreaterThanOrEqualTo(4);
    }

    /** Each wait takes far longer than requested, as when the whole process is stopped. */
    private static final class Oversleeping extends CompletableFuture<String> {
        final List<Long> slices = new ArrayList<>();

        @Override
        public String get(long timeout, TimeUnit unit) throws TimeoutException {
            slices.add(unit.toMillis(timeout));
            long until = System.nanoTime() + Duration.ofMillis(150).toNanos();
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            throw new TimeoutException();
        }
    }
}
