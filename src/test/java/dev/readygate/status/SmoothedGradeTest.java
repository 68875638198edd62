package dev.readygate.status;

import static dev.readygate.status.Composed.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Basis;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.gate.GateProgress;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SmoothedGradeTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Composed FIRST = Composed.first(Serialization.unmarshal("""
            selector: {}
            checks:
            - {name: functional, tcp: {}}
            """, ReadinessPolicySpec.class));

    private static List<Finding> worth(double points) {
        return List.of(new Finding(
                "functional",
                FindingReason.Answered,
                "A sentence.",
                Measured.NOTHING,
                Optional.empty(),
                Basis.FACTS,
                OptionalDouble.of(points)));
    }

    @Test
    void aLittleBetterIsSaidWhenItHasSettled() {
        var amber = FIRST.of(worth(79.9));
        var next = FIRST.then(amber, SOON);

        assertThat(amber.grade()).isEqualTo(Grade.Amber);
        assertThat(next.of(worth(80.1)).grade()).isEqualTo(Grade.Amber);
        assertThat(next.of(worth(80.1)).score()).isEqualTo(80);
        assertThat(next.of(worth(80.1)).gradeSince()).isEqualTo(NOON);
        assertThat(SmoothedGrade.changesAt(next.report(worth(80.1)))).contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(FIRST.then(amber, Duration.ofMinutes(5)).of(worth(80.1)).grade())
                .isEqualTo(Grade.Green);
    }

    @Test
    void aChangedPolicyIsAnotherQuestion() {
        var amber = FIRST.of(worth(79.9));

        assertThat(FIRST.then(amber, SOON).changed().of(worth(80.1)).grade()).isEqualTo(Grade.Green);
    }

    @Test
    void aScoreThatTremblesIsNoNews() {
        var before = FIRST.of(worth(85));
        var after = FIRST.then(before, SOON).of(worth(86));

        assertThat(after.score()).isEqualTo(86);
        assertThat(ChangeKind.of(before, after)).isNotEqualTo(ChangeKind.News);
        assertThat(ChangeKind.of(before, FIRST.then(before, SOON).of(worth(79))))
                .isEqualTo(ChangeKind.News);
    }

    /** The report is about the rolled-back revision, while the baseline has the highest number. */
    @Test
    void aSecondReportAboutARolledBackRevisionIsNoNews() {
        var takenBack = new GateProgress("v2", List.of(), List.of());
        var restored = new ReportSamples()
                .of("{selector: {}, checks: [{name: functional, tcp: {}}]}")
                .revision("v2")
                .revision("v1")
                .on(Phase.Withdrawn, takenBack);
        var told = restored.status(worth(90).getFirst());

        assertThat(restored.after(told, SOON).status(worth(90).getFirst())).isEqualTo(told);
    }
}
