package dev.readygate.checks.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Check;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.kinds.AllChecks;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Workload;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.facts.Workload.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowEvaluatorTest {
    private static Check check(String window) {
        try {
            return AllChecks.of(new YAMLMapper()
                    .registerModule(new JavaTimeModule())
                    .readValue("{name: hours, gate: Start, window: %s}".formatted(window), CheckSpec.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Subject at(String now) {
        var at = Instant.parse(now);
        var workload = new Workload(
                new DeploymentRef("shop", "cart", "d-1"),
                "42",
                at,
                Map.of(),
                new Desired(3, false, 0, 1, false),
                new Observed(true, 1, 3, 3, 3, Optional.empty()),
                Optional.empty());
        return Subject.everything(
                new Snapshot(at, workload, List.of(), List.of(), Optional.empty(), Readings.NONE, Statements.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-03-02T12:00:00Z | Pass | Open   | open until Monday 17:00 Europe/Berlin
                    2026-03-02T18:00:00Z | Fail | Closed | closed until Tuesday 09:00 Europe/Berlin
                    2026-12-24T12:00:00Z | Fail | Closed | closed for Christmas freeze until Wednesday 2027-01-06 09:00 Europe/Berlin
                    2027-01-05T12:00:00Z | Fail | Closed | closed for Christmas freeze until Wednesday 09:00 Europe/Berlin
                    """)
    void saysUntilWhen(String now, Outcome outcome, FindingReason reason, String message) {
        var finding = check("""
                        {zone: Europe/Berlin, allowed: [{from: "09:00", to: "17:00"}],
                         forbidden: [{name: Christmas freeze, dates: [{from: 2026-12-20, to: 2027-01-05}]}]}""").evaluate(at(now));

        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.value().seen()).isEqualTo(reason.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void saysThatItWillNotOpen() {
        var never = check("{allowed: [{dates: [{from: 2020-01-01}]}]}");

        assertThat(never.evaluate(at("2026-03-02T12:00:00Z")).message()).isEqualTo("closed for more than a year");
        assertThat(never.changesAt(at("2026-03-02T12:00:00Z"))).isEmpty();
    }

    @Test
    void isLookedAtAgainWhenItChanges() {
        var subject = at("2026-03-02T12:00:00Z");

        assertThat(check("{allowed: [{from: '09:00', to: '17:00'}]}").changesAt(subject))
                .contains(Instant.parse("2026-03-02T17:00:00Z"));
    }

    @Test
    void waitingIsAllItTakes() {
        assertThat(check("{allowed: [{from: '09:00', to: '17:00'}]}").healsByItself())
                .isTrue();
        assertThat(check("{allowed: [{from: '09:00', to: '17:00'}], zone: Europe/Berlin}")
                        .asks(at("2026-03-02T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void aZoneThatIsNoneIsAMistake() {
        var finding = check("{zone: Europe/Bärlin, allowed: [{days: [Mon]}]}").evaluate(null);

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.message()).isEqualTo("there is no time zone Europe/Bärlin; write a name as Europe/Berlin");
    }
}
