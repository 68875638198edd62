package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Percentage;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.SloStatus;
import dev.readygate.checks.Subject;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.Figures;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Snapshot;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SloLinesTest {
    private static final ReadinessPolicySpec POLICY = Serialization.unmarshal("""
            selector: {}
            checks:
            - {name: healthy, http: {path: /}}
            - {name: availability, slo: {objective: 99.9%, ratio: {errors: bad, total: all}}}
            """, ReadinessPolicySpec.class);

    private static List<SloStatus> lines(Map<String, Double> figures) {
        var report = Composed.first(POLICY)
                .report(POLICY.checks().stream()
                        .map(it -> AllChecks.of(it)
                                .evaluate(Subject.everything(
                                        Composed.first(POLICY).world())))
                        .toList());
        var seen = new Report(
                answered(report.world(), figures),
                report.agreement(),
                report.decision(),
                report.card(),
                report.previous());
        return ReportComposer.compose(seen).slos();
    }

    private static Snapshot answered(Snapshot world, Map<String, Double> figures) {
        var sample = new Sample(world.at(), Outcome.Pass, "", "", new Figures("", figures));
        var question = AllChecks.of(POLICY.checks().get(1))
                .asks(Subject.everything(world))
                .getFirst()
                .question();
        return new Snapshot(
                world.at(),
                world.workload(),
                world.revisions(),
                world.pods(),
                world.book(),
                new Readings(Map.of(question, Reading.first(sample, new Patience(1, 1)))),
                world.statements());
    }

    @Test
    void numbersAreRoundedDown() {
        var line = lines(Map.of("attained", 99.96789, "budgetLeft", 67.89, "burn", 0.3211))
                .getFirst();

        assertThat(line.attained()).isEqualTo(99.967);
        assertThat(line.budgetLeft()).isEqualTo(67);
        assertThat(line.burn()).isEqualTo(0.3);
        assertThat(line.recommended()).isEqualTo(new Percentage("99.95%"));
    }

    @Test
    void anOverspentBudgetIsNegative() {
        assertThat(lines(Map.of("attained", 99.75, "budgetLeft", -150.0, "burn", 2.5))
                        .getFirst()
                        .budgetLeft())
                .isEqualTo(-150);
    }

    @Test
    void anUnansweredObjectiveIsListedWithoutNumbers() {
        var line = lines(Map.of()).getFirst();

        assertThat(line.name()).isEqualTo("availability");
        assertThat(line.attained()).isNull();
    }
}
