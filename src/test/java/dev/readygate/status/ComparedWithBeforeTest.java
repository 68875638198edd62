package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Basis;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A grade that is only a little better is displayed later, if it is about the same revision and policies as the one
 * before.
 */
class ComparedWithBeforeTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static ReportSamples reported(String... revisions) {
        var reported = new ReportSamples().of("{selector: {}, checks: [{name: a, tcp: {}}]}");
        for (var revision : revisions) {
            reported.revision(revision);
        }
        return reported;
    }

    private static Finding worth(double points) {
        return new Finding(
                "a",
                FindingReason.Answered,
                "so it is",
                Measured.NOTHING,
                Optional.empty(),
                Basis.FACTS,
                OptionalDouble.of(points));
    }

    private static ReadinessReportStatus amber(String... revisions) {
        return reported(revisions).status(worth(79.9));
    }

    private static ReadinessReportStatus without(String field) {
        var yaml = Serialization.asYaml(amber("v1")).replaceAll("(?m)^" + field + ": .*\n", "");
        return Serialization.unmarshal(yaml, ReadinessReportStatus.class);
    }

    @Test
    void theSameRevisionIsComparedWithItself() {
        assertThat(reported("v1").after(amber("v1"), SOON).status(worth(80.1)).grade())
                .isEqualTo(Grade.Amber);
    }

    @Test
    void anotherRevisionIsJudgedByItsOwnNumbers() {
        assertThat(reported("v1", "v2")
                        .after(amber("v1"), SOON)
                        .status(worth(80.1))
                        .grade())
                .isEqualTo(Grade.Green);
    }

    @Test
    void aRevisionThatIsGoneForAMomentIsStillTheSame() {
        assertThat(reported()
                        .unsettled()
                        .after(amber("v1"), SOON)
                        .status(worth(80.1))
                        .grade())
                .isEqualTo(Grade.Amber);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradeSince", "verdictSince", "verdict"})
    void aReportThatDoesNotSayAllOfItIsNothingToCompareWith(String field) {
        assertThat(reported("v1")
                        .after(without(field), SOON)
                        .status(worth(80.1))
                        .grade())
                .isEqualTo(Grade.Green);
    }

    @Test
    void aVerdictThatIsOnlyALittleBetterIsSaidLaterToo() {
        var before = reported("v1").status(worth(DefaultVerdicts.PASS - 0.1));
        var after = reported("v1").after(before, SOON);

        assertThat(before.verdict()).isEqualTo(Verdict.Conditional);
        assertThat(after.status(worth(DefaultVerdicts.PASS + 0.1)).verdict()).isEqualTo(Verdict.Conditional);
        assertThat(after.status(worth(DefaultVerdicts.PASS + 3)).verdict()).isEqualTo(Verdict.Pass);
    }

    /** The scoring of a policy without a scoring section. */
    private static final class DefaultVerdicts {
        static final int PASS =
                reported().report(worth(0)).agreement().scoring().pass();
    }
}
