package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Basis;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.facts.Outcome;
import dev.readygate.testing.Recomputed;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Score, coverage, grade and verdict of every report follow from its other fields. */
class RecomputedTest {
    private static final int SEEDS = 500;

    private final Random random = new Random();

    @Test
    void everyReportCanBeWorkedOutFromItself() {
        for (int seed = 0; seed < SEEDS; seed++) {
            random.setSeed(seed);
            var policy = policy();
            var status = Composed.first(policy).of(findings(policy));

            assertThatCode(() -> Recomputed.verify(status))
                    .as("seed %d: %s", seed, status)
                    .doesNotThrowAnyException();
        }
    }

    private ReadinessPolicySpec policy() {
        var categories = List.of("reliability", "security").stream()
                .filter(it -> random.nextBoolean())
                .map(it -> "{name: %s, weight: %d}".formatted(it, 1 + random.nextInt(60)))
                .collect(Collectors.joining(", "));
        var checks =
                IntStream.range(0, 1 + random.nextInt(8)).mapToObj(this::check).collect(Collectors.joining("\n"));
        return Serialization.unmarshal(
                """
                selector: {}
                scoring: {green: 90, amber: 70, pass: 80, conditional: 50, minCoverage: %d}
                categories: [%s]
                checks:
                %s
                """.formatted(any(List.of(0, 60, 100)), categories, checks), ReadinessPolicySpec.class);
    }

    private String check(int number) {
        return "- {name: c%d, weight: %d, required: %s, onNoData: %s, category: %s, tcp: {}}"
                .formatted(
                        number,
                        random.nextInt(5),
                        random.nextInt(4) == 0,
                        any(List.of("Wait", "Skip", "Fail", "Pass")),
                        any(List.of("reliability", "security", "docs", "null")));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private List<Finding> findings(ReadinessPolicySpec policy) {
        return policy.checks().stream().map(it -> finding(it.name())).toList();
    }

    private Finding finding(String check) {
        var outcome = any(List.of(Outcome.values()));
        boolean partial = random.nextInt(4) == 0 && (outcome == Outcome.Pass || outcome == Outcome.Fail);
        return new Finding(
                check,
                SomeReason.of(outcome),
                "A sentence.",
                Measured.NOTHING,
                Optional.empty(),
                Basis.FACTS,
                partial ? OptionalDouble.of(random.nextInt(1000) / 10.0) : OptionalDouble.empty());
    }
}
