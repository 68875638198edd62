package dev.readygate.signals;

import static dev.readygate.signals.Asks.CART;
import static dev.readygate.signals.Asks.healthOf;
import static dev.readygate.signals.Asks.pass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readygate.facts.Outcome;
import dev.readygate.signals.fetch.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairThreadsTest {
    private final CountDownLatch endless = new CountDownLatch(1);
    private final FairThreads threads = new FairThreads(1);

    @AfterEach
    void close() {
        endless.countDown();
        threads.close();
    }

    @Test
    void aNamespaceThatHasALotToJudgeHoldsUpNoOther() {
        var hostile = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> threads.of("mallory", this::waitForever), Thread::startVirtualThread))
                .limit(1_000)
                .toList();

        assertThat(threads.of("bank", () -> "judged")).isEqualTo("judged");

        endless.countDown();
        assertThat(hostile).allSatisfy(it -> assertThat(it.join()).isEqualTo("at last"));
    }

    @Test
    void anExceptionIsThrownToTheCaller() {
        assertThatThrownBy(() -> threads.of("bank", () -> {
                    throw new IllegalArgumentException("broken");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> threads.of("bank", () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(threads.of("bank", () -> "judged")).isEqualTo("judged");
    }

    @Test
    void anAnswerThatTakesLongToJudgeCameInTime() {
        var ask = healthOf("a")
                .every(Duration.ofHours(1))
                .within(Duration.ofMillis(20))
                .build();
        var store = new ReadingStore(_ -> {});
        Prober answered = (_, _) -> new Answered(true, () -> {
            passes(Duration.ofMillis(100));
            return pass();
        });
        try (var other = new Samplers(
                answered,
                store,
                InstantSource.system(),
                new Samplers.SamplerSettings(Limits.DEFAULT, 1_000, threads, SampleListener.NONE))) {
            other.resume();
            other.keep(CART, List.of(ask));
            await().until(() -> store.readings(CART).of(ask.question()).isPresent());
            assertThat(store.readings(CART)
                            .of(ask.question())
                            .orElseThrow()
                            .latest()
                            .outcome())
                    .isEqualTo(Outcome.Pass);
        }
    }

    private static void passes(Duration time) {
        var end = Instant.now().plus(time);
        await().until(() -> Instant.now().isAfter(end));
    }

    private String waitForever() {
        try {
            endless.await();
            return "at last";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
