package dev.readygate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookEntryTest {
    private static BookEntry verifying(String... hashes) {
        return new BookEntry(
                "u", Set.of(BookEntry.BookGate.Serve), new LinkedHashSet<>(List.of(hashes)), Optional.empty());
    }

    @Test
    void isAnotherOneInAnotherOrder() {
        assertThat(verifying("v2", "v1").isExactly(verifying("v2", "v1"))).isTrue();
        assertThat(verifying("v2", "v1").isExactly(verifying("v1", "v2"))).isFalse();
    }

    @Test
    void isAnotherOneWithAHold() {
        var held = verifying("v1").with(new Hold("v2", Instant.EPOCH, "healthy", "answered 503"));

        assertThat(held.isExactly(verifying("v1"))).isFalse();
        assertThat(held.verifies("v1")).isTrue();
        assertThat(held.verifies("v2")).isFalse();
    }
}
