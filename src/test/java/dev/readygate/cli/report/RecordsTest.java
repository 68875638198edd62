package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.readygate.cli.format.ResultEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections about the past. */
class RecordsTest {
    private static final String DORA = "Delivery performance (DORA)";

    @Test
    void countsOfTestsComeFromTheEvidenceWithShares() {
        assertThat(Shop.section(Shop.cart(), "Validation"))
                .contains("| waived | 1,763 | 1,701 (96.5 %) | 44 (2.5 %) | 18 (1.0 %) | ci-bot | 2026-11-20 |");
        assertThat(Shop.section(Shop.whole(), "Validation")).contains("| 0 | unknown | unknown | unknown |");
    }

    @Test
    void missingCountsStayUnknown() {
        var data = JsonNodeFactory.instance.objectNode();

        assertThat(TestCounts.of(null)).isEmpty();
        assertThat(TestCounts.of(data)).isEmpty();
        assertThat(TestCounts.of(data.put("total", "many"))).isEmpty();
        assertThat(TestCounts.of(data.put("total", -1))).isEmpty();
        assertThat(TestCounts.of(data.put("total", 0).put("failed", 0))
                        .orElseThrow()
                        .failedOfTotal())
                .isEqualTo("0");
    }

    @Test
    void knownIssuesHaveReasonExpiryAndOwner() {
        assertThat(Shop.section(Shop.cart(), "Known issues"))
                .contains(
                        "| Unit tests pass | cart | 44 tests need the old database | 2026-12-01 | team-cart | alice | [known-44](https://tracker.example/44) |");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("2026-12-01", "2026-11-01").replace("owner: team-cart, by", "by")),
                        "Known issues"))
                .contains("2026-11-01 (over) | nobody named |");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replaceAll("(?m)^  - \\{check: unit-tests.*$", "")
                                .replace("knownIssues:", "")),
                        "Known issues"))
                .contains("Unit tests pass is waived by known-44.");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("check: unit-tests, waiver", "check: elsewhere, waiver")),
                        "Known issues"))
                .doesNotContain("old database");
    }

    @Test
    void doraHasLevelsTargetsAndCounts() {
        assertThat(Shop.section(Shop.cart(), "Delivery performance (DORA)"))
                .contains("| Deployment frequency | 0.133 a day | 0.14 a day | Medium | 12 |")
                .contains("| Lead time for changes | 3h |  | Elite | 9 |", "| Rework rate | 40 % |  | Low | 12 |")
                .contains("| Failed deployment recovery time | unknown |  | too few | 0 |");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replaceAll("(?m)^    (perDay|leadTime|deployments).*$", "")
                                .replace(
                                        "changeFailureRate: {value: 8.3, level: High, count: 12}",
                                        "changeFailureRate: {value: 8.3}")),
                        "Delivery performance (DORA)"))
                .contains(
                        "| Deployment frequency | unknown |", "| Change failure rate | 8.3 % |  | too few | unknown |");
    }

    @Test
    void whatRollbacksTookIsShownOnceThereWasOne() {
        var measured = rollbackTime("{value: 42s, count: 2}");

        assertThat(Shop.section(measured, DORA)).contains("| Rollback time | 42s |  |  | 2 |");
        for (var none : List.of(Shop.cart(), rollbackTime("{count: 0}"))) {
            assertThat(Shop.section(none, DORA)).doesNotContain("Rollback time");
        }
    }

    private static DocumentSources rollbackTime(String value) {
        return Shop.cart(it -> it.replaceFirst("(?m)^( +)reworkRate:", "$1rollbackTime: " + value + "\n$1reworkRate:"));
    }

    @Test
    void theLevelOfTheWholeSaysHowManyNumbersAreMissing() {
        var all = Shop.cart(
                it -> it.replaceFirst("recoveryTime: .*", "recoveryTime: {value: 2h, level: High, count: 5}"));
        var fewer = Shop.cart(it -> it.replaceFirst("changeFailureRate: .*", "changeFailureRate: {count: 0}"));

        assertThat(Shop.section(all, DORA)).contains("cart as a whole is Low").doesNotContain("have a level yet");
        assertThat(Shop.section(fewer, DORA))
                .contains("3 of 5 numbers have a level yet", "| Change failure rate | unknown |");
    }

    @Test
    void theHistoryTellsEveryRollout() {
        assertThat(Shop.section(Shop.cart(), "History"))
                .contains(
                        "| 56fd9b6986 | 1.4.0 | 1f2e3d4c | production | Promoted | 5f5f5f5f5f | ci | 2026-11-01 09:30 UTC | 2026-11-01 10:00 UTC | Start 0, Serve 12.5, Stay 5 | 8.8 / 10 |")
                .contains(
                        "| Withdrawn |  | bob |",
                        "healthy: GET /health answered 503",
                        "Released (inferred)",
                        "| 3333333333 |  |  |  | unknown |");
        assertThat(Shop.section(Shop.whole(), "History")).contains("| 56fd9b6986 | cart |");
        assertThat(Shop.section(Shop.cart(), "The last rollout"))
                .contains("56fd9b6986")
                .doesNotContain("Withdrawn");
        assertThat(Shop.section(Shop.cart(), "Scores day by day")).contains("| 2026-11-20 | cart | 7.4 / 10 |");
    }

    @Test
    void theBaselineIsComparedWithThePresent() {
        assertThat(Shop.section(Shop.cart(), "Baseline"))
                .contains("| Revision | 56fd9b6986 |", "| Verified | 2026-11-01 10:00 UTC |", "| Proven | yes |")
                .contains("| Score then | 8.8 / 10 |", "| Score now | 7.4 / 10 |", "| Worse since | coverage |");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace(
                                        "hash: 56fd9b6986\n    commit: 1f2e3d4c",
                                        "hash: 7c9d6b5f4b\n    unproven: true")
                                .replace("    score: 88\n", "")),
                        "Baseline"))
                .contains("| Revision | 7c9d6b5f4b, which is what runs |", "| Commit | unknown |", "| Adopted |")
                .contains("no: it ran before there was a policy", "| Score then | unknown |");
        assertThat(Shop.section(Shop.cart(it -> it.replaceAll("(?m)^  revision: .*$", "")), "Baseline"))
                .contains("| Revision | 56fd9b6986 |");
    }

    @Test
    void theRollbackPlanCanBeTyped() {
        assertThat(Shop.section(Shop.cart(), "Rollback plan"))
                .contains("1. Declare revision 56fd9b6986 again: kubectl readygate undo cart -n shop --to 56fd9b6986")
                .contains("2. Wait until it serves alone: kubectl readygate wait cart -n shop")
                .contains("These have to pass then:", "- Every pod answers (200-299)");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("gate: Serve, ", "").replace("title: Every pod answers, ", "")),
                        "Rollback plan"))
                .doesNotContain("These have to pass then");
    }

    @Test
    void objectivesSayTheirBudgetAndARecommendation() {
        assertThat(Shop.section(Shop.cart(), "Service level objectives"))
                .contains("| Availability is kept | cart | 99.5% | 30d | unknown | unknown | unknown |")
                .contains("| latency | cart | 95% | 30d | 99.128 % | 82 % | 0.2 × | 99% |")
                .contains("| overspent | cart | 99% | 30d | 98 % | -100 % | 2 × |");
    }

    @Test
    void risksAreOpenUntilTheirCheckPasses() {
        assertThat(Shop.section(Shop.whole(), "Risk register"))
                .containsOnlyOnce("| Database is lost | High |")
                .contains("| open | Restored within 90 days by …: not asked |", "| closed | Every pod answers: fail |");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("impact: High, likelihood: Low, ", "")
                                .replace("closedBy: healthy", "closedBy: gone")
                                .replace("closedBy: backup-restore, ", "")),
                        "Risk register"))
                .contains("| Database is lost | unknown | unknown |", "| its author |", "| closed | gone |");
    }

    @Test
    void theNextReviewIsADayOrADeed() {
        assertThat(Shop.section(Shop.cart(), "Next review"))
                .contains("Reviewed: 2026-11-21.")
                .contains("Next review: on 2027-02-19, or as soon as all P1 actions are closed (2 are open).");
    }

    @Test
    void workThatBeganThenIsDoneByThen() {
        var then = Instant.parse("2026-11-20T10:00:00Z");

        assertThat(Dates.after(then, "1w")).contains("2026-11-27");
        assertThat(Dates.after(then, "2–4 weeks")).contains("2026-12-18");
        assertThat(Dates.after(then, "soon")).isEmpty();
        assertThat(Dates.after(then, "")).isEmpty();
        assertThat(Dates.after(null, "1w")).isEmpty();
    }

    @Test
    void findingsAreForBuildServers() {
        assertThat(new Findings(Shop.whole()).entries())
                .extracting(it -> it.rule().id() + " " + it.where().subject() + " " + it.level())
                .containsExactlyInAnyOrder(
                        "reliability/healthy Deployment shop/cart Pass",
                        "reliability/healthy Deployment shop/pay Failure",
                        "reliability/availability Deployment shop/cart Note",
                        "reliability/availability Deployment shop/pay Pass",
                        "quality/unit-tests Deployment shop/cart Skipped",
                        "quality/unit-tests Deployment shop/pay Pass",
                        "quality/coverage Deployment shop/cart Warning",
                        "quality/frequency Deployment shop/cart Skipped",
                        "recovery/signed-off Deployment shop/cart Failure",
                        "afterwards/satisfaction Deployment shop/cart Note",
                        "review/pen-test Deployment shop/cart Warning");
        assertThat(new Findings(Shop.cart(it -> it.replace(
                                "outcome: Unknown, weight: 1, message: Prometheus",
                                "outcome: Error, weight: 1, message: Prometheus")))
                        .entries())
                .anyMatch(it -> it.level() == ResultEntry.Level.Error);
    }
}
