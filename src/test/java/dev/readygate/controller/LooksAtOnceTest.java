package dev.readygate.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LooksAtOnceTest {
    private final LooksAtOnce looks = new LooksAtOnce(4);

    @Test
    void aNamespaceHasNoMoreThanHalfOfTheFreeThreads() {
        assertThat(comesBackIn("mallory", "a", () -> comesBackIn("mallory", "b", () -> comesBackIn("mallory", "c"))))
                .hasValue(Duration.ofMillis(51));
        assertThat(comesBackIn("mallory", "a", () -> comesBackIn("mallory", "b", () -> comesBackIn("bank", "a"))))
                .isEmpty();
    }

    @Test
    void theMoreArePutOffTheLaterTheyComeBack() {
        comesBackIn(
                "mallory",
                "a",
                () -> comesBackIn("mallory", "b", () -> {
                    assertThat(comesBackIn("mallory", "c")).hasValue(Duration.ofMillis(51));
                    assertThat(comesBackIn("mallory", "d")).hasValue(Duration.ofMillis(52));
                    assertThat(comesBackIn("mallory", "c")).hasValue(Duration.ofMillis(52));
                    looks.forget("mallory", "d");
                    assertThat(comesBackIn("mallory", "e")).hasValue(Duration.ofMillis(52));
                    return Optional.empty();
                }));
        assertThat(comesBackIn("mallory", "c")).isEmpty();
        assertThat(comesBackIn("mallory", "e")).isEmpty();
    }

    @Test
    void aPlaceIsGivenBackWhenALookBreaks() {
        for (int i = 0; i < 10; i++) {
            assertThat(brokenLook()).isEqualTo("broken");
        }
        assertThat(comesBackIn("mallory", "a")).isEmpty();
    }

    private String brokenLook() {
        try {
            comesBackIn("mallory", "a", () -> {
                throw new IllegalStateException("broken");
            });
            return "not broken";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private Optional<Duration> comesBackIn(String namespace, String what) {
        return comesBackIn(namespace, what, Optional::empty);
    }

    private Optional<Duration> comesBackIn(String namespace, String what, Supplier<Optional<Duration>> look) {
        return looks.take(namespace, what, look, Optional::of);
    }
}
