package dev.readygate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScorerTest {
    private static final Thresholds USUAL = new Thresholds(80, 60, 75, 60, 80);

    private static Weighed check(Outcome outcome, double weight) {
        return weighed(outcome, weight, false, "");
    }

    private static Weighed required(Outcome outcome) {
        return weighed(outcome, 1, true, "");
    }

    private static Weighed weighed(Outcome outcome, double weight, boolean required, String category) {
        var finding = new Finding("check", SomeReason.of(outcome), "A sentence.", Measured.NOTHING, Optional.empty());
        return new Weighed(finding, category, weight, required, OnNoData.Skip);
    }

    private static Scorecard score(Weighed... findings) {
        return new Scorer(USUAL, Map.of()).score(List.of(findings));
    }

    @Test
    void weighsAnsweredChecks() {
        var card = score(check(Outcome.Pass, 3), check(Outcome.Fail, 1));

        assertThat(card.score()).hasValue(75);
        assertThat(card.grade()).contains(Grade.Amber);
        assertThat(card.verdict()).isEqualTo(Verdict.Pass);
    }

    @Test
    void nothingAnsweredIsNoScoreAtAll() {
        var card = score(check(Outcome.Unknown, 1), check(Outcome.NotApplicable, 5));

        assertThat(card.score()).isEmpty();
        assertThat(card.grade()).isEmpty();
        assertThat(card.verdict()).isEqualTo(Verdict.Unknown);
    }

    @Test
    void unknownsLowerCoverageAndKeepTheVerdictFromPass() {
        var card = score(check(Outcome.Pass, 3), check(Outcome.Unknown, 1));

        assertThat(card.score()).hasValue(100);
        assertThat(card.coverage()).isEqualTo(75, within(1e-9));
        assertThat(card.verdict()).isEqualTo(Verdict.Conditional);
    }

    @Test
    void aCategoryOfNoWeightIsShownAndDoesNotCount() {
        var card = new Scorer(USUAL, Map.of("shown", 0.0, "counted", 1.0))
                .score(List.of(
                        weighed(Outcome.Fail, 1, false, "shown"),
                        weighed(Outcome.Unknown, 1, false, "shown"),
                        weighed(Outcome.Pass, 1, false, "counted")));

        assertThat(card.score()).hasValue(100);
        assertThat(card.coverage()).isEqualTo(100, within(1e-9));
        assertThat(card.categories().getFirst().score()).hasValue(0);
    }

    @Test
    void anInapplicableCheckIsNotMissing() {
        assertThat(score(check(Outcome.Pass, 1), check(Outcome.NotApplicable, 9))
                        .coverage())
                .isEqualTo(100);
    }

    @Test
    void aRequiredFailureFailsAtAnyScore() {
        assertThat(score(check(Outcome.Pass, 99), required(Outcome.Fail)).verdict())
                .isEqualTo(Verdict.Fail);
    }

    @Test
    void aWaivedRequiredCheckIsAtBestConditional() {
        assertThat(score(check(Outcome.Pass, 99), required(Outcome.Waived)).verdict())
                .isEqualTo(Verdict.Conditional);
    }

    @Test
    void aLowScoreFailsWithoutAnyRequiredCheck() {
        assertThat(score(check(Outcome.Pass, 1), check(Outcome.Fail, 1)).verdict())
                .isEqualTo(Verdict.Fail);
    }

    @Test
    void almostNinetyIsNotNinety() {
        var thresholds = new Thresholds(90, 60, 75, 60, 80);
        var card =
                new Scorer(thresholds, Map.of()).score(List.of(check(Outcome.Pass, 89.9), check(Outcome.Fail, 10.1)));

        assertThat(card.grade()).contains(Grade.Amber);
    }

    @Test
    void categoriesCountByTheirOwnWeights() {
        var findings =
                List.of(weighed(Outcome.Pass, 1, false, "reliability"), weighed(Outcome.Fail, 10, false, "docs"));
        var card = new Scorer(USUAL, Map.of("reliability", 90.0, "docs", 10.0)).score(findings);

        assertThat(card.score().orElseThrow()).isEqualTo(90, within(1e-9));
        assertThat(card.categories()).extracting(Scorecard.CategoryResult::name).containsExactly("reliability", "docs");
    }

    @Test
    void anUnknownCountsAsThePolicySays() {
        assertThat(score(check(Outcome.Pass, 1), unknown(OnNoData.Fail)).score())
                .hasValue(50);
        assertThat(score(check(Outcome.Fail, 1), unknown(OnNoData.Pass)).score())
                .hasValue(50);
        assertThat(score(check(Outcome.Pass, 1), unknown(OnNoData.Skip)).score())
                .hasValue(100);
        assertThat(score(check(Outcome.Pass, 1), unknown(OnNoData.Fail)).coverage())
                .isEqualTo(100);
    }

    private static Weighed unknown(OnNoData onNoData) {
        var finding = new Finding("other", FindingReason.Undecided, "A sentence.", Measured.NOTHING, Optional.empty());
        return new Weighed(finding, "", 1, false, onNoData);
    }

    @Test
    void theOrderOfAddingIsNoDifferenceInGrade() {
        var thirds = List.of(
                weighed(Outcome.Pass, 1, false, "a"),
                weighed(Outcome.Fail, 1, false, "b"),
                weighed(Outcome.Pass, 1, false, "c"));
        var card = new Scorer(new Thresholds(90, 80, 80, 60, 80), Map.of("a", 0.7, "b", 0.2, "c", 0.1)).score(thirds);

        assertThat(card.grade()).contains(Grade.Amber);
        assertThat(card.verdict()).isEqualTo(Verdict.Pass);
    }
}
