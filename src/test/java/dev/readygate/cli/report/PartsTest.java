package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.DocumentSection.DocumentPart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each section as Markdown. */
class PartsTest {

    @Test
    void theSummarySaysTheResultAndHowItCameAbout() {
        assertThat(Shop.section(Shop.cart(), "Summary"))
                .contains("| Overall | 7 / 10 |", "| Grade | AMBER |", "| Verdict | GO WITH GAPS |")
                .contains("| Coverage | 75 % of the weight is answered: 3 of 5 checks |")
                .contains("| Rows | 1 GREEN, 3 RED, 1 UNKNOWN |", "| Target | 8 to 9 / 10: 1 point to go |")
                .contains("One check of the standard no policy asks")
                .contains("| cart | 7c9d6b5f4b | 898c22c1 | Serve | 7.4 / 10 | GO WITH GAPS | 85 % |")
                .doesNotContain("one product");
        assertThat(Shop.section(Shop.whole(), "Summary")).contains("2 Deployments are one product here");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("score: 50, weight: 1, grade", "score: 100, weight: 1, grade")),
                        "Summary"))
                .contains("| Target | 8 to 9 / 10: reached |");
    }

    @Test
    void theSummaryHasTheWordsOfTheStandardAndNamesTheStrongestAndTheWeakest() {
        assertThat(Shop.section(Shop.cart(), "Summary"))
                .contains("Is it ready for the house?")
                .contains("Strongest: Reliability (10 / 10). Weakest: Recovery (0 / 10), Quality (5 / 10).");
    }

    @Test
    void aReportThatKnowsNothingYetIsSaidToKnowNothing() {
        var empty = Shop.cart(it -> "metadata: {name: cart}\nstatus: {phase: Idle}\n");

        assertThat(Shop.section(empty, "Summary")).contains("| cart | Idle | no data |", "9 checks of the standard");
        assertThat(Shop.section(empty, "History")).contains("no records yet");
        assertThat(Shop.section(empty, "Scores day by day")).contains("no records yet");
        assertThat(Shop.section(empty, "Delivery performance (DORA)")).contains("no records yet");
        assertThat(Shop.section(empty, "Baseline")).contains("cart has no revision yet that is known to be good.");
        assertThat(Shop.section(empty, "Rollback plan")).contains("cart has no revision yet");
        assertThat(Shop.section(empty, "Risk register")).contains("No policy names a risk.");
        assertThat(Shop.section(empty, "Service level objectives")).contains("No objective is measured.");
        assertThat(Shop.section(empty, "Known issues")).contains("Nothing is waived.");
        assertThat(Shop.section(empty, "Evidence")).contains("No check rests on evidence yet.");
        assertThat(Shop.section(empty, "Validation")).contains("No evidence with counts of tests is there yet.");
        assertThat(Shop.section(empty, "Comparison to the standard")).contains("0 of 3 areas meet", "| unknown |");
    }

    @Test
    void aCategoryHasEvidenceGapsAndOneAction() {
        assertThat(Shop.section(Shop.cart(), "Category by category"))
                .contains("Row by row.", "### Reliability (10 / 10, GREEN)", "2 checks: 1 pass, 1 unknown.")
                .contains("Does it answer, and keep what it promises?")
                .contains("- Every pod answers: 200 on 3 of 3 pods (limit 200-299)")
                .contains("- Availability is kept (unknown): Prometheus has no data for this query")
                .contains("**Known issues**\n\n- Unit tests pass (waived, required): 44 of 1763 tests fail")
                .contains("### Afterwards (no data, UNKNOWN)", "1 check: 1 unknown. Not counted in the overall number.")
                .contains("**Action**\n\nRestore a backup every 90 days (P1, 2d, ops)");
    }

    @Test
    void evidenceIsNamedWithItsAuthor() {
        assertThat(Shop.section(Shop.whole(), "Evidence"))
                .contains(
                        "| Unit tests pass | waived | [unit-tests](https://ci.example/runs/7) | ci-bot | 2026-11-20 |")
                .contains("| somebody |", "measured \\| by hand", "2026-12-20");
        var passed = Shop.cart(it -> it.replace("outcome: Waived, weight", "outcome: Pass, score: 100, weight"));
        assertThat(Shop.section(passed, "Category by category"))
                .contains(
                        "[Unit tests pass: 44 failed (limit none failed); unit-tests by ci-bot on 2026-11-20](https://ci.example/runs/7)");
    }

    @Test
    void theBoardHasALineForEachCategory() {
        assertThat(Shop.section(Shop.cart(), "Board summary"))
                .contains("| Reliability | 10 / 10 | GREEN | 3 | 1 of 2 | Availability is kept |")
                .contains("| External review | 0 / 10 | RED | not counted | 0 of 1 | Penetration test |");
    }

    @Test
    void actionsAreSortedByPriority() {
        assertThat(Shop.section(Shop.cart(), "Priority actions")
                        .lines()
                        .filter(it -> it.startsWith("| P") || it.startsWith("| none")))
                .extracting(it -> it.split("\\|")[1].strip())
                .containsExactly("Priority", "P1", "P1", "P2", "none given");
    }

    @Test
    void whereAllIsWellNothingIsToBeDone() {
        var good = new DocumentSources(
                Shop.cart(it -> "metadata: {name: cart}\nstatus: {checks: [{name: a, outcome: Pass, score: 100}]}\n")
                        .product(),
                Optional.empty(),
                List.of(),
                List.of(),
                DocumentSources.Letter.OPEN,
                Optional.empty(),
                Shop.NOW);
        var section = DocumentSection.of(DocumentPart.Actions);
        var work = new WorkPart(DocumentModel.of(good), section);

        assertThat(work.actions().toString()).contains("Nothing is to be done.");
        assertThat(work.missing().toString()).contains("No capability is missing.");
        assertThat(work.gapsToLiveWith().toString()).contains("There are none.");
        assertThat(work.exitCriteria().toString()).contains("done=true").doesNotContain("done=false");
        assertThat(new DecisionPart(DocumentModel.of(good), section).decisions().toString())
                .contains("No decision of a person");
        assertThat(new ReviewPart(DocumentModel.of(good)).blocks().toString()).contains("No next review is planned.");
    }

    @Test
    void exitCriteriaEndWhereTheTargetIsReached() {
        assertThat(Shop.section(Shop.cart(), "Exit criteria"))
                .contains("- [ ] Overall 8 to 9 / 10, from 7 / 10")
                .contains("- [ ] 80 % of the weight answered, from 75 %")
                .contains("- [ ] Restored within 90 days by … (not asked): no policy asks it, then 8 / 10")
                .contains("- [x] Every pod answers (required)")
                .contains("2 further gaps are not needed for it.");
        assertThat(Shop.section(Shop.cart(it -> it.replace("minCoverage: 80", "minCoverage: 10")), "Exit criteria"))
                .contains("- [x] 10 % of the weight answered", "further gaps are not needed");
    }

    @Test
    void missingCapabilitiesSayTheirGain() {
        assertThat(Shop.section(Shop.whole(), "Missing capabilities"))
                .contains(
                        "keeps it from passing",
                        "holds releases at gate Start",
                        "lowers the coverage",
                        "lowers the score")
                .containsPattern("\\| Signed off \\| holds releases at gate Start \\| P2 \\|  \\| \\+\\d");
    }

    @Test
    void gapsToLiveWithHaveATargetDayAndBlockNothing() {
        assertThat(Shop.section(Shop.cart(), "Non-blocking gaps"))
                .contains("| 1w | 2026-11-27 | team-cart |")
                .contains("| Penetration test | fail | Try it | someday |")
                .doesNotContain("Signed off");
    }

    @Test
    void theComparisonCountsTheAreasItself() {
        assertThat(Shop.section(Shop.cart(), "Comparison to the standard"))
                .contains("1 of 3 areas meet the standard.")
                .contains("| Reliability | 10 / 10 | 8 / 10 | none | P2 |", "| Recovery | 0 / 10 | 8 / 10 | 8 | P1 |");
    }

    @Test
    void factorsSpeakForAndAgainst() {
        assertThat(Shop.section(Shop.whole(), "Decision factors"))
                .contains("### Decision (NO-GO)")
                .contains(
                        "| Every pod answers (fail, required): pay: GET /health answered 503 on 1 of 3 pods | against | yes |")
                .contains("| Unit tests pass is excused, not passed | against | no |")
                .contains("| Overall 0.83 / 10, and 7.5 / 10 is needed | against | yes |")
                .contains("| 75 % of the weight is answered, and 80 % are needed | against | no |")
                .contains(
                        "| Afterwards: no data, not counted | against | no |",
                        "| Open risk: Database is lost | against |")
                .contains("| cart can go back to its verified revision 56fd9b6986 | for |");
        assertThat(Shop.section(
                        Shop.cart(it -> it.replace("verifiedAt:", "unproven: true\n    verifiedAt:")),
                        "Decision factors"))
                .contains("| Reliability: 10 / 10 | for |", "| 1 required check passes | for |")
                .doesNotContain("can go back");
    }
}
