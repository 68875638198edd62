package dev.readygate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Person ALICE = new Person("alice", Set.of("dev", "release-managers"));

    private static Statement until(Instant end) {
        return new Statement("it", Optional.of(ALICE), NOON.minusSeconds(60), Optional.ofNullable(end));
    }

    @Test
    void standsUntilItsEndAndALittleLonger() {
        assertThat(until(NOON).standsAt(NOON)).isTrue();
        assertThat(until(NOON).standsAt(NOON.plusMillis(1999))).isTrue();
        assertThat(until(NOON).standsAt(NOON.plusSeconds(2))).isFalse();
        assertThat(until(NOON).ends()).contains(NOON.plusSeconds(2));
    }

    @Test
    void standsForeverWithoutAnEnd() {
        assertThat(until(null).standsAt(Instant.MAX)).isTrue();
        assertThat(until(null).ends()).isEmpty();
    }

    @Test
    void isByAUserOrByAMemberOfAGroup() {
        assertThat(ALICE.isOneOf(List.of("bob", "alice"), List.of())).isTrue();
        assertThat(ALICE.isOneOf(List.of(), List.of("release-managers"))).isTrue();
        assertThat(ALICE.isOneOf(List.of("bob"), List.of("ops"))).isFalse();
    }
}
