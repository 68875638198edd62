package dev.readygate.dora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.DoraLevel;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.Delivered.Day;
import dev.readygate.facts.Delivered.RolloutCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables computed by hand. */
class DoraNumbersTest {
    private static final Instant AT = Instant.parse("2026-04-01T12:00:00Z");

    private static Day day(String day, RolloutCounts outcomes, List<Long> leadTimes, List<Long> recoveries) {
        return new Day(LocalDate.parse(day), outcomes, leadTimes, recoveries, List.of());
    }

    private static Delivered since(String since, Day... days) {
        return new Delivered(Optional.of(Instant.parse(since)), List.of(days));
    }

    /**
     * Ten days of counting. Verified 3 + 2 + 1 = 6, so 0.6 a day. Failed 2 and undone 1 of 6 + 2 changes: 37.5 %. Rework 1
     * of 6: 16.7 %. Lead times 1, 2, 4, 8, 30 h: 4 h. Recoveries 10 and 30 min: 20 min.
     */
    private static final Delivered TEN_DAYS = since(
            "2026-03-22T12:00:00Z",
            day("2026-04-01", new RolloutCounts(3, 0, 1, 0, 1), List.of(3600L, 108000L), List.of(600L)),
            day("2026-03-30", new RolloutCounts(2, 1, 0, 4, 0), List.of(7200L, 14400L), List.of(1800L)),
            day("2026-03-23", new RolloutCounts(1, 1, 0, 0, 0), List.of(28800L), List.of()));

    @Test
    void aTableOfTenDays() {
        var dora = Dora.of(List.of(TEN_DAYS), AT);

        assertThat(dora.window()).hasToString("90d");
        assertThat(dora.since()).isEqualTo("2026-03-22T12:00:00Z");
        assertThat(dora.day()).isEqualTo("2026-04-01");
        assertThat(dora.deployments()).isEqualTo(6);
        assertThat(dora.prevented()).isEqualTo(4);
        assertThat(dora.perDay().value()).isEqualTo(0.6);
        assertThat(dora.perDay().level()).isEqualTo(DoraLevel.High);
        assertThat(dora.leadTime().value()).hasToString("4h");
        assertThat(dora.leadTime().level()).isEqualTo(DoraLevel.Elite);
        assertThat(dora.leadTime().count()).isEqualTo(5);
        assertThat(dora.changeFailureRate().value()).isEqualTo(37.5);
        assertThat(dora.changeFailureRate().level()).isEqualTo(DoraLevel.Low);
        assertThat(dora.changeFailureRate().count()).isEqualTo(8);
        assertThat(dora.recoveryTime().value()).hasToString("20m");
        assertThat(dora.recoveryTime().level()).as("two are too few").isNull();
        assertThat(dora.recoveryTime().count()).isEqualTo(2);
        assertThat(dora.reworkRate().value()).isEqualTo(16.7);
        assertThat(dora.reworkRate().level()).isEqualTo(DoraLevel.Medium);
    }

    /** Over a week only 1 April and 30 March count: 5 verified, and 5 / 7 a day. */
    @Test
    void aShorterWindowLeavesOlderDaysOut() {
        var numbers = DoraNumbers.of(List.of(TEN_DAYS), Duration.ofDays(7), AT);

        assertThat(numbers.deployments()).isEqualTo(5);
        assertThat(numbers.perDay()).isEqualTo(5.0 / 7);
        assertThat(numbers.leadTime()).contains(Duration.ofHours(3));
    }

    /** Two Deployments: 6 + 4 verified in the ten days of the older. Lead times 1, 1, 2, 4, 8, 30 h: 3 h. */
    @Test
    void severalAreTakenTogether() {
        var other = since(
                "2026-03-31T12:00:00Z", day("2026-04-01", new RolloutCounts(4, 0, 0, 0, 0), List.of(3600L), List.of()));

        var numbers = DoraNumbers.of(List.of(TEN_DAYS, other), DoraNumbers.LONGEST, AT);

        assertThat(numbers.perDay()).isEqualTo(1.0);
        assertThat(numbers.changes()).isEqualTo(12);
        assertThat(numbers.leadTime()).contains(Duration.ofHours(3));
        assertThat(numbers.changeFailureRate()).hasValue(25);
    }

    @Test
    void theFirstHourCountsAsADay() {
        var young = since(
                "2026-04-01T11:00:00Z", day("2026-04-01", new RolloutCounts(2, 0, 0, 0, 0), List.of(), List.of()));

        assertThat(DoraNumbers.of(List.of(young), DoraNumbers.LONGEST, AT).perDay())
                .isEqualTo(2);
    }

    @Test
    void ofNothingThereIsNoNumber() {
        var dora = Dora.of(List.of(), AT);

        assertThat(dora.since()).isNull();
        assertThat(dora.deployments()).isZero();
        assertThat(dora.perDay().level()).isNull();
        assertThat(dora.leadTime().value()).isNull();
        assertThat(dora.changeFailureRate().value()).isNull();
        assertThat(dora.reworkRate().value()).isNull();
    }

    @Test
    void moreUndoneThanChangedIsAllOfThem() {
        var odd = since(
                "2026-03-31T12:00:00Z", day("2026-04-01", new RolloutCounts(1, 0, 3, 0, 0), List.of(), List.of()));

        assertThat(DoraNumbers.of(List.of(odd), DoraNumbers.LONGEST, AT).changeFailureRate())
                .hasValue(100);
    }

    @ParameterizedTest
    @CsvSource({
        "1.01, 0.43, Elite",
        "1.01, 0.42, High",
        "1, 1, High",
        "0.143, 0.143, High",
        "9, 0.142, Medium",
        "0.034, 0.034, Medium",
        "0.033, 0.033, Low",
        "0, 0, Low",
    })
    void frequencies(double perDay, double share, DoraLevel level) {
        assertThat(Levels.frequency(perDay, share)).isEqualTo(level);
    }

    @Test
    void aBurstOnOneDayOfAQuarterIsNotFrequent() {
        var burst = since(
                "2026-01-01T12:00:00Z", day("2026-03-30", new RolloutCounts(95, 0, 0, 0, 0), List.of(), List.of()));

        var numbers = DoraNumbers.of(List.of(burst, burst), DoraNumbers.LONGEST, AT);

        assertThat(numbers.perDay()).isGreaterThan(1);
        assertThat(numbers.deploymentDays()).isOne();
        assertThat(numbers.frequency()).isEqualTo(DoraLevel.Low);
    }

    @ParameterizedTest
    @CsvSource({"PT23H, Elite, High", "P1D, High, High", "P7D, High, Medium", "P8D, Medium, Low", "P31D, Low, Low"})
    void times(Duration median, DoraLevel leadTime, DoraLevel recovery) {
        assertThat(Levels.leadTime(median)).isEqualTo(leadTime);
        assertThat(Levels.recovery(median)).isEqualTo(recovery);
    }

    @ParameterizedTest
    @CsvSource({"0, Elite", "5, Elite", "5.1, High", "10, High", "20, Medium", "20.1, Low"})
    void shares(double percent, DoraLevel level) {
        assertThat(Levels.share(percent)).isEqualTo(level);
    }

    @Test
    void recoveryWithinTheHourIsElite() {
        assertThat(Levels.recovery(Duration.ofMinutes(59))).isEqualTo(DoraLevel.Elite);
    }
}
