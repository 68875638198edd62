package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left to decide, to do and to fear. */
class PlanningPartsTest {

    @Test
    void decisionsWaitForPeople() {
        assertThat(Shop.section(Shop.cart(), "Decisions"))
                .contains("| Signed off | pending |  | Start | 2026-11-22 09:00 UTC | 0 of 1 agreed |");
        var decided = Shop.cart(it -> it.replace(
                "outcome: Fail, score: 0, weight: 1, gate: Start",
                "outcome: Pass, score: 100, evidence: unit-tests-1, weight: 1, gate: Start"));
        assertThat(Shop.section(decided, "Decisions"))
                .contains("| Signed off | decided |  | ci-bot | Start |")
                .contains("| Who signs it off | decided | ops | ci-bot |  | 2026-12-24 | Signed off: pass |");
    }

    @Test
    void decisionsOfAPolicyAreOpenUntilTheirCheckPassesAndOverdueAfterTheirDay() {
        assertThat(Shop.section(Shop.cart(), "Decisions"))
                .contains("| Which region comes next | overdue | head of sales |  | 2026-11-01 |  |")
                .contains("| Who signs it off | pending | ops |  | 2026-12-24 | Signed off: fail |")
                .contains("| Which health path | decided |  |  |  | Every pod answers: pass |");
    }

    @Test
    void risksHaveAMatrixAndALevel() {
        assertThat(Shop.section(Shop.cart(), "Risk register"))
                .contains("The overall risk is Medium: 1 risk is open.")
                .contains("| Low | – | – | Database is lost |", "| High | – | – | – |")
                .contains("| Database is lost | High | Low | Orders of a day are lost | Backups | 40 % | ops | open |");
        assertThat(Shop.section(Shop.cart(it -> it.replace("likelihood: Low", "likelihood: Medium")), "Risk register"))
                .contains("The overall risk is High");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("impact: High, likelihood: Low", "impact: Low, likelihood: Medium")),
                        "Risk register"))
                .contains("The overall risk is Low");
        assertThat(Shop.section(Shop.cart(it -> it.replace("impact: High, likelihood: Low, ", "")), "Risk register"))
                .doesNotContain("overall risk");
        assertThat(Shop.section(Shop.cart(), "The top risk")).doesNotContain("Traffic peak");
    }

    @Test
    void theRoadmapSumsTheWorkOfEachHorizon() {
        assertThat(Shop.section(Shop.cart(), "Roadmap"))
                .contains("### P1: now (1 week, 2 days)", "### P2: next (1 without an estimate)")
                .contains(
                        "### Without a priority (1 without an estimate)",
                        "| Cover the checkout path | 1w | team-cart |");
        assertThat(Shop.section(Shop.cart(), "Priority actions"))
                .contains("All of it: 1 week, 2 days, 2 without an estimate.");
        assertThat(Shop.section(Shop.cart(), "The top action")).contains("All of it: 2 days.");
    }

    @ParameterizedTest
    @CsvSource({
        "1w,1 week",
        "1 week,1 week",
        "2–4 Weeks,2 to 4 weeks",
        "4-2 w,2 to 4 weeks",
        "0.5d,0.5 days",
        "3 to 5 hours,3 to 5 hours",
        "1 month,1 month",
        "someday,1 without an estimate",
        "'',1 without an estimate"
    })
    void anEffortIsReadAsPeopleWriteIt(String written, String sum) {
        assertThat(EffortSum.of(Stream.of(written))).isEqualTo(sum);
    }

    @Test
    void effortsAreAddedUpUnitByUnit() {
        assertThat(EffortSum.of(Stream.of("1w", "1-2 weeks", "3d", "soon", "4d")))
                .isEqualTo("2 to 3 weeks, 7 days, 1 without an estimate");
        assertThat(EffortSum.of(Stream.of())).isEmpty();
    }
}
