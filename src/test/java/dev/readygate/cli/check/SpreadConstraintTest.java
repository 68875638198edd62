package dev.readygate.cli.check;

import static dev.readygate.cli.check.ManifestSamples.CART;
import static dev.readygate.cli.check.ManifestSamples.answer;
import static dev.readygate.cli.check.ManifestSamples.asking;
import static dev.readygate.cli.check.ManifestSamples.check;
import static dev.readygate.cli.check.ManifestSamples.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadConstraintTest {
    private static final String ASKED = asking("{expression: object.spec.replicas == 1}");
    private static final String ZONES = "{topologyKey: zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}";

    private static CheckOutcomes spread(String constraints) {
        return check(CART + "      topologySpreadConstraints: [%s]\n".formatted(constraints), ASKED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "{maxSkew: 1, whenUnsatisfiable: DoNotSchedule}"                                   | "(): it has no topologyKey: write one"
            "{topologyKey: '', maxSkew: 1, whenUnsatisfiable: DoNotSchedule}"                  | "(): it has no topologyKey: write one"
            "{topologyKey: a, maxSkew: 0, whenUnsatisfiable: DoNotSchedule}"                   | "(a): maxSkew is 0: write 1 or more"
            "{topologyKey: a, whenUnsatisfiable: DoNotSchedule}"                               | "(a): maxSkew is missing: write 1 or more"
            "{topologyKey: a, maxSkew: 1}"                                                     | "(a): whenUnsatisfiable is missing: write DoNotSchedule or ScheduleAnyway"
            "{topologyKey: a, maxSkew: 1, whenUnsatisfiable: Never}"                           | "(a): whenUnsatisfiable is Never: write DoNotSchedule or ScheduleAnyway"
            "{topologyKey: a, maxSkew: 1, whenUnsatisfiable: ScheduleAnyway, minDomains: 2}"   | "(a): minDomains counts with DoNotSchedule only: remove it"
            "{topologyKey: a, maxSkew: 1, whenUnsatisfiable: DoNotSchedule, minDomains: 0}"    | "(a): minDomains is 0: write 1 or more, or remove it"
            "{topologyKey: zone, maxSkew: 2, whenUnsatisfiable: DoNotSchedule}"                | "(zone): it has topologyKey and whenUnsatisfiable of topologySpreadConstraints[0]: remove one"
            """)
    void oneThatTheApiServerRefusesIsNamedAndTheOtherRulesAreAsked(String constraint, String sentence) {
        var outcomes = spread("%s, %s".formatted(ZONES, constraint));

        var said = answer(outcomes, "manifest");
        assertThat(said.finding().outcome()).isEqualTo(Outcome.Error);
        assertThat(said.finding().message())
                .startsWith("the API server refuses this Deployment: topologySpreadConstraints[1] " + sentence);
        assertThat(outcomes.fails(FailureLimit.blocking)).isTrue();
        assertThat(answer(outcomes, "it").finding().outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void allMistakesAreInOneSentence() {
        assertThat(answer(
                                spread(
                                        "{topologyKey: a}, {topologyKey: b, maxSkew: 0, whenUnsatisfiable: DoNotSchedule}"),
                                "manifest")
                        .finding()
                        .message())
                .isEqualTo(
                        "the API server refuses this Deployment: topologySpreadConstraints[0] (a): maxSkew is missing:"
                                + " write 1 or more, whenUnsatisfiable is missing: write DoNotSchedule or ScheduleAnyway;"
                                + " topologySpreadConstraints[1] (b): maxSkew is 0: write 1 or more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ZONES,
                ZONES + ", {topologyKey: zone, maxSkew: 1, whenUnsatisfiable: ScheduleAnyway}",
                ZONES + ", {topologyKey: host, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}",
                "{topologyKey: a, maxSkew: 1, whenUnsatisfiable: DoNotSchedule, minDomains: 2}",
                "{topologyKey: a, maxSkew: 1, whenUnsatisfiable: ScheduleAnyway, minDomains: null}"
            })
    void oneThatItTakesIsNoMatter(String constraints) {
        assertThat(only(spread(constraints)).answers())
                .extracting(it -> it.policy().check())
                .containsExactly("it");
    }
}
