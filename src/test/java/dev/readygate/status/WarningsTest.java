package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Warnings for users while they can still change the Deployment. */
class WarningsTest {
    private static final String ENFORCED = "{mode: Enforce, selector: {}}";

    @Test
    void withoutOldReplicaSetsThereIsNothingToRollBackTo() {
        var report = new ReportSamples()
                .of(ENFORCED)
                .revision("v1")
                .keepingNoReplicaSets()
                .status();

        assertThat(report.warnings()).singleElement().asString().startsWith("revisionHistoryLimit is 0: ");
    }

    @Test
    void thatMattersOnlyWhereSomethingIsEnforced() {
        var observed = new ReportSamples()
                .of("{mode: Observe, selector: {}}")
                .revision("v1")
                .keepingNoReplicaSets()
                .status();

        assertThat(observed.warnings()).isEmpty();
        assertThat(new ReportSamples().of(ENFORCED).revision("v1").status().warnings())
                .isEmpty();
    }
}
