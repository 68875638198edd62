package dev.readygate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionDecisionsTest {
    private static RevisionDecisions wishes(String proceed, String reject, String retry) {
        return new RevisionDecisions(
                Optional.ofNullable(proceed),
                Optional.ofNullable(reject),
                Optional.ofNullable(retry),
                Optional.of("jane"));
    }

    @Test
    void areAboutTheRevisionTheyName() {
        var wishes = wishes("v2", "v3", "v4");

        assertThat(wishes.proceeds("v2")).isTrue();
        assertThat(wishes.rejects("v3")).isTrue();
        assertThat(wishes.retries("v4")).isTrue();
        assertThat(wishes.proceeds("v1") || wishes.rejects("v1") || wishes.retries("v1"))
                .isFalse();
        assertThat(RevisionDecisions.NONE.proceeds("v2")).isFalse();
    }

    @Test
    void rejectRatherThanProceed() {
        assertThat(wishes("v2", "v2", null).proceeds("v2")).isFalse();
    }
}
