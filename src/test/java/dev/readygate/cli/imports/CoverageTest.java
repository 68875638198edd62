package dev.readygate.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three formats give the same two numbers. */
class CoverageTest {

    @Test
    void jacocoCountsAnewAtEveryLevelAndOnlyTheReportCounts() {
        assertThat(ToolFiles.read(Format.JaCoCo, "jacoco.xml")).isEqualTo(covered("66.66", "75"));
        assertThat(ToolFiles.said(Format.JaCoCo, """
                <report>
                  <package><counter type="LINE" missed="90" covered="0"/></package>
                  <counter type="LINE" missed="1" covered="9"/>
                  <counter type="CLASS" missed="1" covered="0"/>
                </report>
                """)).isEqualTo(Map.of("line", number("90")));
    }

    @Test
    void severalReportsOfJacocoAreAddedUpByLines() {
        assertThat(Format.JaCoCo.data(List.of(
                        ToolFiles.text("a", "<report><counter type='LINE' missed='0' covered='99'/></report>"),
                        ToolFiles.text("b", "<report><counter type='LINE' missed='1' covered='0'/></report>"))))
                .isEqualTo(Map.of("line", number("99")));
    }

    @Test
    void coberturasRatesGoToOneAndNoBranchesAreNotZeroPercent() {
        assertThat(ToolFiles.read(Format.Cobertura, "gocover-cobertura.xml")).isEqualTo(Map.of("line", number("75")));
        assertThat(ToolFiles.read(Format.Cobertura, "coverage-py-cobertura.xml"))
                .isEqualTo(covered("92.3", "75"));
        assertThat(ToolFiles.said(Format.Cobertura, "<coverage line-rate='0.715' branch-rate='1'/>"))
                .isEqualTo(covered("71.5", "100"));
        assertThat(ToolFiles.said(Format.Cobertura, "<coverage line-rate='0.715' lines-valid='3'/>"))
                .isEqualTo(Map.of("line", number("71.5")));
    }

    @Test
    void linesAreCountedWhereNoRateIsWritten() {
        var report = """
                <coverage %s>
                  <packages><package><classes><class>
                    <methods><method><lines><line hits="1"/></lines></method></methods>
                    <lines>
                      <line hits="3" condition-coverage="50%% (1/2)"/><line hits="1"/><line hits="0"/><line hits="2"/>
                    </lines>
                  </class></classes></package></packages>
                </coverage>
                """;
        assertThat(ToolFiles.said(Format.Cobertura, report.formatted(""))).isEqualTo(covered("75", "50"));
        assertThat(ToolFiles.said(Format.Cobertura, report.formatted("line-rate='NaN' branch-rate='NaN'")))
                .isEqualTo(covered("75", "50"));
        assertThat(ToolFiles.said(Format.Cobertura, report.formatted("line-rate='0.8' branch-rate='0'")))
                .isEqualTo(covered("80", "0"));
    }

    @Test
    void severalReportsOfCoberturaAreAddedUpByLines() {
        assertThat(ToolFiles.read(Format.Cobertura, "gocover-cobertura.xml", "c8-cobertura.xml"))
                .isEqualTo(covered("77.77", "83.33"));
    }

    @Test
    void lcovsRecordsAreAddedUp() {
        assertThat(ToolFiles.read(Format.Lcov, "node.lcov")).isEqualTo(covered("90.47", "91.66"));
        assertThat(ToolFiles.read(Format.Lcov, "coverage-py.lcov")).isEqualTo(covered("92.3", "75"));
        assertThat(ToolFiles.said(Format.Lcov, """
                TN:
                SF:a
                DA:1,0
                DA:2,3,checksum
                end_of_record
                SF:b
                DA:1,4
                LF:1
                end_of_record
                """)).isEqualTo(Map.of("line", number("66.66")));
    }

    /** As it is redirected to a file by a shell of Windows. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void lcovIsReadByItsByteOrderMark(String encoding) {
        var content = "\ufeffSF:caf\u00e9.js\nDA:1,0\nDA:2,3\nend_of_record\n".getBytes(Charset.forName(encoding));

        assertThat(Format.Lcov.data(List.of(new ImportFile("lcov.info", () -> content))))
                .isEqualTo(Map.of("line", number("50")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "JaCoCo; <report/>; JaCoCo's XML report: it has no counter of type LINE for the whole report",
                "JaCoCo; <report><counter type='LINE' missed='0' covered='0'/></report>; JaCoCo's XML report: it has no counter of type LINE for the whole report",
                "JaCoCo; <report><counter type='LINE' missed='1'/></report>; JaCoCo's XML report: a counter has no covered",
                "JaCoCo; <coverage/>; `JaCoCo's XML report: it begins with <coverage>, and <report> was expected`",
                "Cobertura; <coverage clover='4'/>; Cobertura's XML report: its <coverage> has no line-rate",
                "Cobertura; <coverage line-rate='71.5'/>; `Cobertura's XML report: line-rate goes from 0 to 1, and is 71.5`",
                "Cobertura; <coverage line-rate='-1'/>; `Cobertura's XML report: line-rate goes from 0 to 1, and is -1`",
                "Cobertura; <coverage line-rate='some'/>; Cobertura's XML report: line-rate of <coverage> is no number",
                "Cobertura; <coverage line-rate='0' lines-valid='1' lines-covered='2'/>; Cobertura's XML report: it covers more than there is",
                "Cobertura; <coverage line-rate='0' lines-valid='0' lines-covered='0'/>; a measurement: it counts no line",
                "Lcov; <html/>; `LCOV: it has no record, from SF: to end_of_record, that counts a line`",
                "Lcov; `SF:a\nend_of_record`; `LCOV: it has no record, from SF: to end_of_record, that counts a line`",
                "Lcov; `SF:a\nDA:1,1`; LCOV: its last record does not end",
                "Lcov; `SF:a\nDA:1,1\nSF:b`; LCOV: a record begins before the one before has ended",
                "Lcov; `SF:a\nDA:1\nend_of_record`; `LCOV: DA:1 is no count`",
                "Lcov; `SF:a\nLF:few\nend_of_record`; `LCOV: LF:few is no count`",
                "Lcov; `SF:a\nLF:1\nLH:2\nend_of_record`; LCOV: it covers more than there is",
                "Lcov; `SF:a\nDA:1,1\nBRF:1\nBRH:2\nend_of_record`; LCOV: it covers more than there is"
            })
    void aReportWithoutCountsIsNotTakenForZero(Format format, String content, String sentence) {
        assertThatThrownBy(() -> ToolFiles.said(format, content))
                .isInstanceOf(WrongFile.class)
                .hasMessage("report is not " + sentence);
    }

    @Test
    void ratesAloneCannotBeAddedUp() {
        var rate = ToolFiles.text("rate.xml", "<coverage line-rate='0.5'/>");

        assertThatThrownBy(() -> Format.Cobertura.data(List.of(rate, rate)))
                .hasMessageContaining("rate.xml is not Cobertura's XML report")
                .hasMessageContaining("cannot be added up");
    }

    private static Map<String, Object> covered(String line, String branch) {
        return Map.of("line", number(line), "branch", number(branch));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
