package dev.readygate.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifLogTest {

    @Test
    void theLevelOfTheResultCountsAndSuppressedOnesDoNot() {
        assertThat(counts(ToolFiles.read(Format.Sarif, "eslint.sarif"))).isEqualTo(found(0, 1, 1, 0));
    }

    @Test
    void aResultWithoutLevelHasThatOfItsRule() {
        assertThat(counts(ToolFiles.read(Format.Sarif, "staticcheck.sarif"))).isEqualTo(found(0, 0, 3, 0));
        assertThat(ofRules("{id: a, defaultConfiguration: {level: note}}", "{ruleId: a}"))
                .isEqualTo(found(0, 0, 0, 1));
    }

    @Test
    void aResultWithoutAnyLevelIsAWarning() {
        assertThat(ofRules("{id: a}", "{ruleId: a}, {ruleId: unknown}, {}")).isEqualTo(found(0, 0, 3, 0));
    }

    @Test
    void levelsMeanSeverities() {
        assertThat(ofRules("{id: a}", "{level: error}, {level: warning}, {level: note}, {level: none}"))
                .isEqualTo(found(0, 1, 1, 1));
    }

    @Test
    void aSecuritySeverityOutweighsTheLevel() {
        assertThat(ofRules("""
                {id: a, properties: {'security-severity': '9.8'}}, {id: b, properties: {'security-severity': '9.0'}},
                {id: c, properties: {'security-severity': 8.9}}, {id: d, properties: {'security-severity': '7.0'}},
                {id: e, properties: {'security-severity': '6.9'}}, {id: f, properties: {'security-severity': '4.0'}},
                {id: g, properties: {'security-severity': '3.9'}},
                {id: h, properties: {'security-severity': '0.0'}, defaultConfiguration: {level: error}}
                """, """
                {ruleIndex: 0, level: note}, {ruleIndex: 1}, {ruleIndex: 2}, {ruleIndex: 3}, {ruleIndex: 4},
                {ruleIndex: 5}, {ruleIndex: 6, level: error}, {ruleIndex: 7},
                {ruleIndex: 0, properties: {'security-severity': '4.1'}}
                """)).isEqualTo(found(2, 3, 3, 1));
    }

    @Test
    void theRuleMayStandWithAnExtensionOrBeNamedByTheBeginningOfItsId() {
        assertThat(said("""
                {version: '2.1.0', runs: [{
                  tool: {
                    driver: {name: CodeQL, rules: [{id: x, defaultConfiguration: {level: note}}]},
                    extensions: [
                      {name: none},
                      {name: pack, rules: [{id: a, properties: {'security-severity': '9.5'}}]}]},
                  results: [
                    {ruleId: a, rule: {id: a, index: 0, toolComponent: {index: 1}}},
                    {ruleId: a, rule: {index: 0, toolComponent: {name: pack}}},
                    {rule: {id: 'a/1'}},
                    {ruleId: x, ruleIndex: -1}]}]}
                """)).isEqualTo(found(3, 0, 0, 1));
    }

    @Test
    void onlyPresentFailuresCount() {
        assertThat(ofRules("{id: a}", """
                {kind: fail}, {kind: pass}, {kind: notApplicable}, {kind: open, level: none},
                {suppressions: []}, {suppressions: [{kind: external, status: accepted}]},
                {suppressions: [{kind: external}, {kind: external, status: underReview}]},
                {suppressions: [{kind: external, status: rejected}]}
                """)).isEqualTo(found(0, 0, 4, 0));
    }

    @Test
    void newFindingsAreCountedIfTheLogComparesRuns() {
        assertThat(ofRules("{id: a}", """
                {baselineState: 'new'}, {baselineState: 'new', level: error}, {baselineState: unchanged},
                {baselineState: absent}
                """))
                .isEqualTo(Map.of("critical", 0L, "high", 1L, "medium", 2L, "low", 0L, "new", 2L));
    }

    @Test
    void itSaysWhichToolsLooked() {
        assertThat(ToolFiles.read(Format.Sarif, "eslint.sarif", "staticcheck.sarif", "eslint.sarif"))
                .containsEntry("tool", "ESLint, Staticcheck");
    }

    @Test
    void nothingFoundIsAResultToo() {
        assertThat(ofRules("{id: a}", "")).isEqualTo(found(0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; it has no runs of version 2.1",
                "`{version: '2.0.0', runs: [{}]}`; it has no runs of version 2.1",
                "`{version: '2.1.0', runs: {}}`; it has no runs of version 2.1",
                "`{version: '2.1.0', runs: []}`; `its list of runs is empty, so no tool looked`",
                "`{version: '2.1.0', runs: [{tool: {driver: {name: x}}}]}`; `x gives no results, not even none`",
                "`{version: '2.1.0', runs: [{results: null}]}`; `the tool gives no results, not even none`",
                "`{version: '2.1.0', runs: [{results: [], invocations: [{executionSuccessful: false}]}]}`; the tool says that it did not run to its end",
                "[]; it is no JSON object"
            })
    void aToolThatDidNotLookFoundNotNothing(String content, String why) {
        assertThatThrownBy(() -> said(content))
                .isInstanceOf(WrongFile.class)
                .hasMessage("report is not SARIF 2.1.0: " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"`{\"version\":`", "`{} {}`", "<x/>", "``"})
    void invalidJsonIsRefused(String content) {
        assertThatThrownBy(() -> ToolFiles.said(Format.Sarif, content))
                .isInstanceOf(WrongFile.class)
                .hasMessageStartingWith("report is not SARIF 2.1.0: it is no ");
    }

    private static Map<String, Object> ofRules(String rules, String results) {
        return said("{version: '2.1.0', runs: [{tool: {driver: {name: x, rules: [%s]}}, results: [%s]}]}"
                .formatted(rules, results));
    }

    /** Takes flow style YAML, which is easier to read in Java. */
    private static Map<String, Object> said(String loose) {
        return counts(ToolFiles.said(Format.Sarif, Loose.json(loose)));
    }

    private static Map<String, Object> counts(Map<String, Object> data) {
        var counts = new HashMap<>(data);
        counts.remove("tool");
        return counts;
    }

    private static Map<String, Object> found(long critical, long high, long medium, long low) {
        return Map.of("critical", critical, "high", high, "medium", medium, "low", low);
    }
}
