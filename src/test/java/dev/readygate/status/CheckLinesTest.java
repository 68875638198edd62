package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckLinesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String CHECKS = "{selector: {}, checks: [{name: a, tcp: {}}]}";

    @Test
    void whatIsSoAfterARestartHasBeenSoSinceBefore() {
        var before = new ReportSamples().of(CHECKS).status(since(NOON));
        var later = Duration.ofHours(1);

        assertThat(sinceOf(new ReportSamples().of(CHECKS).after(before, later), since(NOON.plus(later))))
                .isEqualTo(NOON);
        assertThat(sinceOf(new ReportSamples().of(CHECKS).after(before, later), since(NOON.minus(later))))
                .isEqualTo(NOON.minus(later));
        assertThat(sinceOf(
                        new ReportSamples().of(CHECKS).revision("other").after(before, later), since(NOON.plus(later))))
                .isEqualTo(NOON.plus(later));
        var fails = new ReportSamples().of(CHECKS).status(failing());
        assertThat(sinceOf(new ReportSamples().of(CHECKS).after(fails, later), since(NOON.plus(later))))
                .isEqualTo(NOON.plus(later));
    }

    private static Instant sinceOf(ReportSamples report, Finding first) {
        return report.status(first).checks().getFirst().since();
    }

    private static Finding since(Instant time) {
        return new Finding("a", FindingReason.Answered, "so it is", new Measured("200", "200-299"), Optional.of(time));
    }

    private static Finding failing() {
        return new Finding("a", FindingReason.WrongAnswer, "so it is", Measured.NOTHING, Optional.empty());
    }
}
