package dev.readygate.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.testing.WaitLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report may come from anywhere. */
class XmlFileTest {
    private static final String SOUND = "<testsuite tests='1'/>";

    @Test
    void aDtdIsPassedOverUnread() {
        assertThat(ToolFiles.said(Format.JUnit, "<!DOCTYPE testsuite SYSTEM 'http://127.0.0.1:1/none.dtd'>" + SOUND))
                .containsEntry("total", 1L);
    }

    @Test
    void noFileIsReadOnBehalfOfAnother(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "4711");

        assertThatThrownBy(() -> ToolFiles.said(Format.JUnit, """
                        <!DOCTYPE testsuite [<!ENTITY secret SYSTEM "%s">]>
                        <testsuite tests="1"><testcase>&secret;</testcase></testsuite>
                        """.formatted(secret.toUri())))
                .isInstanceOf(WrongFile.class)
                .hasMessage("report is not JUnit XML: it is no complete XML, see line 2");
    }

    @Test
    void entitiesDoNotMultiply() {
        var bomb = new StringBuilder("<!DOCTYPE testsuite [<!ENTITY e0 'lol'>");
        for (int each = 1; each < 30; each++) {
            bomb.append("<!ENTITY e%d '%s'>"
                    .formatted(each, "&e%d;".formatted(each - 1).repeat(10)));
        }
        bomb.append("]><testsuite tests='1' name='&e29;'/>");

        Assertions.assertTimeoutPreemptively(
                WaitLimit.LONGEST,
                () -> assertThatThrownBy(() -> ToolFiles.said(Format.JUnit, bomb.toString()))
                        .isInstanceOf(WrongFile.class));
    }

    @ParameterizedTest
    @CsvSource({"JUnit, 64", "Lcov, 64", "Sarif, 16"})
    void aFileThatIsTooLargeIsNotKept(Format format, int most) {
        var huge = new ImportFile("huge", () -> new byte[(most << 20) + 1]);

        assertThatThrownBy(() -> format.data(List.of(huge)))
                .isInstanceOf(WrongFile.class)
                .hasMessage("huge is larger than %d MiB: give the tool's summary".formatted(most));
    }
}
