package dev.readygate.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitXmlReaderTest {

    @Test
    void surefiresFilesAreAddedUpAndAFlakyTestPassedInTheEnd() {
        assertThat(ToolFiles.read(Format.JUnit, "surefire-CartTest.xml", "surefire-SoundTest.xml"))
                .isEqualTo(ran(7, 4, 1, 1, 1));
    }

    @Test
    void suitesThatHoldOthersAreNotCountedTwiceNorAreCasesOutsideOfThemForgotten() {
        assertThat(ToolFiles.read(Format.JUnit, "node-junit.xml")).isEqualTo(ran(4, 2, 1, 0, 1));
    }

    @Test
    void othersWriteNoErrorsOrWrapTheirOnlySuite() {
        assertThat(ToolFiles.read(Format.JUnit, "gotestsum.xml")).isEqualTo(ran(4, 1, 2, 0, 1));
        assertThat(ToolFiles.read(Format.JUnit, "pytest.xml")).isEqualTo(ran(4, 1, 1, 1, 1));
    }

    @Test
    void aSuiteOfSuitesIsNotCountedTwice() {
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuites tests="99" failures="99">
                  <testsuite tests="3" failures="1">
                    <testsuite tests="2" failures="1"/>
                    <testsuite tests="1"/>
                  </testsuite>
                </testsuites>
                """)).isEqualTo(ran(3, 2, 1, 0, 0));
    }

    @Test
    void aSuiteThatCountsNothingIsCounted() {
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuite>
                  <testcase/>
                  <testcase><failure/><error/></testcase>
                  <testcase><error/><failure/></testcase>
                  <testcase><error/></testcase>
                  <testcase><skipped/></testcase>
                  <testcase status="notrun"/>
                  <testcase status="run"><system-out>all is well</system-out></testcase>
                </testsuite>
                """)).isEqualTo(ran(7, 2, 2, 1, 2));
    }

    @Test
    void casesAreCountedIfTheirSuiteHasNoCounts() {
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuite tests="1" failures="0"><testcase><failure/></testcase><testcase/></testsuite>
                """)).isEqualTo(ran(2, 1, 1, 0, 0));
    }

    /** Surefire counts each try in the attributes of a suite (SUREFIRE-1627). */
    @Test
    void aTestThatWasTriedAgainCountsOnce() {
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuite tests="7" failures="4" errors="1" skipped="0">
                  <testcase/>
                  <testcase><flakyFailure/><flakyFailure/></testcase>
                  <testcase><flakyError/></testcase>
                  <testcase><failure/><rerunFailure/><rerunFailure/></testcase>
                  <testcase><error/><rerunError/></testcase>
                </testsuite>
                """)).isEqualTo(ran(5, 3, 1, 1, 0));
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuite tests="3" failures="1"><testcase><rerun/></testcase><testcase/></testsuite>
                """)).isEqualTo(ran(2, 2, 0, 0, 0));
    }

    @Test
    void anErrorThatIsListedAsAFailureIsOneTest() {
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuite tests="2" errors="1"><testcase/><testcase><failure/></testcase></testsuite>
                """)).isEqualTo(ran(2, 1, 1, 0, 0));
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuite tests="1" errors="0" skipped="1"><testcase><error/></testcase></testsuite>
                """)).isEqualTo(ran(1, 0, 0, 1, 0));
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuite><testcase><error/><skipped/></testcase></testsuite>
                """)).isEqualTo(ran(1, 0, 0, 1, 0));
    }

    @Test
    void aSuiteMayCountMoreThanItLists() {
        assertThat(ToolFiles.said(Format.JUnit, """
                <testsuite tests="9" failures="2" skipped="3"><testcase><failure/></testcase><testcase/></testsuite>
                """)).isEqualTo(ran(9, 4, 2, 0, 3));
    }

    @Test
    void disabledTestsWereSkipped() {
        assertThat(ToolFiles.said(Format.JUnit, "<testsuite tests='3' disabled='2' skipped='0' failures='0'/>"))
                .isEqualTo(ran(3, 1, 0, 0, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "<testsuites/>; report is not the result of a test run: no test ran in it",
                "<testsuite tests='0'/>; report is not the result of a test run: no test ran in it",
                "<coverage line-rate='1'/>; report is not JUnit XML: it begins with <coverage>, and <testsuite> or <testsuites> was expected",
                "<testsuite tests='many'/>; report is not JUnit XML: tests of <testsuite> is no count",
                "<testsuite tests='1' failures='2'/>; report is not JUnit XML: more tests ended than began",
                "<testsuite tests='1'>; `report is not JUnit XML: it is no complete XML, see line 1`",
                "{}; `report is not JUnit XML: it is no complete XML, see line 1`"
            })
    void otherXmlIsNotTakenForATestRun(String content, String sentence) {
        assertThatThrownBy(() -> ToolFiles.said(Format.JUnit, content))
                .isInstanceOf(WrongFile.class)
                .hasMessage(sentence);
    }

    static Map<String, Object> ran(long total, long passed, long failed, long errors, long skipped) {
        return Map.of("total", total, "passed", passed, "failed", failed, "errors", errors, "skipped", skipped);
    }
}
