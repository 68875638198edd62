package dev.readygate.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final SamplingTimer timer = new SamplingTimer();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void takingTooLongIsInterrupted() {
        long begin = System.nanoTime();
        var limit = TimeLimit.start(timer, Duration.ofMillis(80));
        assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class);
        assertThat(System.nanoTime() - begin)
                .isGreaterThanOrEqualTo(Duration.ofMillis(80).toNanos());
        assertThat(limit.end()).isTrue();
    }

    @Test
    void finishingInTimeIsNot() {
        var limit = TimeLimit.start(timer, Duration.ofHours(1));
        assertThat(limit.end()).isFalse();
        limit.abort();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anAbortInterruptsAndIsStillInTime() {
        var limit = TimeLimit.start(timer, Duration.ofHours(1));
        limit.abort();
        assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class);
        assertThat(limit.end()).isFalse();
    }

    @Test
    void timeThatWeSleptThroughOurselvesDoesNotCount() throws InterruptedException {
        var asleep = new CountDownLatch(1);
        timer.at(System.nanoTime(), () -> sleepUntil(asleep));
        long begin = System.nanoTime();
        var limit = TimeLimit.start(timer, Duration.ofMillis(200));
        assertThat(never.await(300, TimeUnit.MILLISECONDS)).isFalse();
        asleep.countDown();
        assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class);
        assertThat(System.nanoTime() - begin)
                .isGreaterThanOrEqualTo(Duration.ofMillis(300 + 150).toNanos());
        assertThat(limit.end()).isTrue();
    }

    private static void sleepUntil(CountDownLatch woken) {
        try {
            woken.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
