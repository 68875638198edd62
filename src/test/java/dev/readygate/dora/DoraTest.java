package dev.readygate.dora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.DoraStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When new numbers cause a write. */
class DoraTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-02-01T00:00:00Z, true",
        "2026-03-01, 2026-02-20T00:00:00Z, true",
        "2026-03-02, 2026-02-01T00:00:00Z, false",
        "2026-03-01, , false"
    })
    void aNewDayOrTheFirstThatIsCounted(LocalDate day, Instant since, boolean same) {
        var before = told(LocalDate.parse("2026-03-01"), Instant.parse("2026-02-01T00:00:00Z"));

        assertThat(Dora.isOfTheSameDay(before, told(day, since))).isEqualTo(same);
        assertThat(Dora.isOfTheSameDay(told(day, since), before)).isEqualTo(same);
    }

    private static DoraStatus told(LocalDate day, Instant since) {
        return new DoraStatus(null, since, day, 3, 0, null, null, null, null, null, null);
    }
}
