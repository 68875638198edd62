package dev.readygate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Properties of every score, tested on many; a failure names its seed. */
class ScorePropertiesTest {
    private static final int SEEDS = 3_000;
    private static final Thresholds USUAL = new Thresholds(80, 60, 75, 60, 80);
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<String> CATEGORIES = List.of("", "reliability", "security", "docs");

    private final Random random = new Random();

    private static void always(IntConsumer property) {
        for (int seed = 0; seed < SEEDS; seed++) {
            int current = seed;
            assertThatCode(() -> property.accept(current)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    /** A made-up policy with its findings. */
    private record Round(List<Weighed> findings, Map<String, Double> declared) {
        Scorecard card() {
            return new Scorer(USUAL, declared).score(findings);
        }

        Round with(List<Weighed> others) {
            return new Round(others, declared);
        }

        Round edited(Consumer<List<Weighed>> edit) {
            var copy = new ArrayList<>(findings);
            edit.accept(copy);
            return with(copy);
        }
    }

    private Round round(int seed) {
        random.setSeed(seed);
        var declared = new HashMap<String, Double>();
        CATEGORIES.stream()
                .filter(it -> !it.isEmpty() && random.nextBoolean())
                .forEach(it -> declared.put(it, 1.0 + random.nextInt(99)));
        var findings = IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(it -> weighed(any(OUTCOMES), any(CATEGORIES), random.nextInt(6)))
                .toList();
        return new Round(findings, declared);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Weighed weighed(Outcome outcome, String category, double weight) {
        return new Weighed(finding(outcome), category, weight, random.nextInt(5) == 0, any(List.of(OnNoData.values())));
    }

    private static Finding finding(Outcome outcome) {
        return new Finding("check", SomeReason.of(outcome), "A sentence.", Measured.NOTHING, Optional.empty());
    }

    private static Weighed turned(Weighed it, Outcome outcome) {
        return new Weighed(finding(outcome), it.category(), it.weight(), it.required(), it.onNoData());
    }

    private static Weighed moved(Weighed it, String category) {
        return new Weighed(it.finding(), category, it.weight(), it.required(), it.onNoData());
    }

    @Test
    void aScoreIsFrom0To100OrThereIsNone() {
        always(this::aScoreIsFrom0To100OrThereIsNone);
    }

    private void aScoreIsFrom0To100OrThereIsNone(int seed) {
        var card = round(seed).card();

        assertThat(card.score().orElse(0)).isBetween(0.0, 100.0);
        assertThat(card.coverage()).isBetween(0.0, 100.0);
        assertThat(card.score().isEmpty()).isEqualTo(card.grade().isEmpty());
    }

    @Test
    void turningFromFailToPassNeverLowersAnything() {
        always(this::turningFromFailToPassNeverLowersAnything);
    }

    private void turningFromFailToPassNeverLowersAnything(int seed) {
        var round = round(seed);
        int which = random.nextInt(round.findings().size());
        var failed = round.edited(it -> it.set(which, turned(it.get(which), Outcome.Fail)))
                .card();
        var passed = round.edited(it -> it.set(which, turned(it.get(which), Outcome.Pass)))
                .card();

        assertThat(passed.score().orElse(-1))
                .isGreaterThanOrEqualTo(failed.score().orElse(-1));
        assertThat(rank(passed.verdict())).isLessThanOrEqualTo(rank(failed.verdict()));
        assertThat(passed.coverage()).isEqualTo(failed.coverage());
    }

    @Test
    void theOrderMakesNoDifference() {
        always(this::theOrderMakesNoDifference);
    }

    private void theOrderMakesNoDifference(int seed) {
        var round = round(seed);
        var shuffled = round.edited(it -> Collections.shuffle(it, random)).card();

        assertThat(shuffled.score()).isEqualTo(round.card().score());
        assertThat(shuffled.coverage()).isEqualTo(round.card().coverage());
        assertThat(shuffled.exactly()).isEqualTo(round.card().exactly());
    }

    @Test
    void splittingAnUndeclaredCategoryMakesNoDifference() {
        always(this::splittingAnUndeclaredCategoryMakesNoDifference);
    }

    private void splittingAnUndeclaredCategoryMakesNoDifference(int seed) {
        var round = round(seed);
        var split = round.edited(all ->
                all.replaceAll(it -> round.declared().containsKey(it.category()) || random.nextBoolean()
                        ? it
                        : moved(it, it.category() + "-2")));

        assertThat(split.card().score().orElse(-1))
                .isCloseTo(round.card().score().orElse(-1), within(1e-6));
        assertThat(split.card().coverage()).isCloseTo(round.card().coverage(), within(1e-6));
    }

    /** Its weight must be split in proportion to the answers. */
    @Test
    void splittingADeclaredCategoryMakesNoDifference() {
        always(this::splittingADeclaredCategoryMakesNoDifference);
    }

    private void splittingADeclaredCategoryMakesNoDifference(int seed) {
        random.setSeed(seed);
        var members = IntStream.range(0, 6)
                .mapToObj(it -> weighed(random.nextBoolean() ? Outcome.Pass : Outcome.Fail, "docs", 1 + it))
                .toList();
        var other = weighed(Outcome.Pass, "reliability", 3);
        var whole = new ArrayList<>(members);
        whole.add(other);
        var halves = new ArrayList<Weighed>();
        IntStream.range(0, 6).forEach(it -> halves.add(moved(members.get(it), it < 3 ? "docs" : "docs-2")));
        halves.add(other);

        var before = new Round(whole, Map.of("docs", 21.0, "reliability", 7.0)).card();
        var after = new Round(halves, Map.of("docs", 6.0, "docs-2", 15.0, "reliability", 7.0)).card();

        assertThat(after.score().orElseThrow()).isCloseTo(before.score().orElseThrow(), within(1e-6));
    }

    @Test
    void anUnknownMoreNeverRaisesAnything() {
        always(this::anUnknownMoreNeverRaisesAnything);
    }

    private void anUnknownMoreNeverRaisesAnything(int seed) {
        var round = round(seed);
        var unknown = new Weighed(finding(Outcome.Unknown), any(CATEGORIES), 3, random.nextBoolean(), OnNoData.Skip);
        var more = round.edited(it -> it.add(unknown)).card();

        assertThat(more.score()).isEqualTo(round.card().score());
        assertThat(more.coverage()).isLessThanOrEqualTo(round.card().coverage() + 1e-9);
        assertThat(rank(more.verdict()))
                .isGreaterThanOrEqualTo(rank(round.card().verdict()));
    }

    /** A verdict of Unknown is no worse than the one before. */
    private static int rank(Verdict verdict) {
        return verdict == Verdict.Unknown ? -1 : verdict.ordinal();
    }

    @Test
    void aMomentWithLessIsNeverSurelyBetter() {
        always(this::aMomentWithLessIsNeverSurelyBetter);
    }

    private void aMomentWithLessIsNeverSurelyBetter(int seed) {
        var card = round(seed).card();

        assertThat(card.surely().verdict()).isGreaterThanOrEqualTo(card.verdict());
        assertThat(card.surely().grade().map(Enum::ordinal).orElse(9))
                .isGreaterThanOrEqualTo(card.grade().map(Enum::ordinal).orElse(9));
    }
}
