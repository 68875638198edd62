package dev.readygate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalWriterTest {
    @ParameterizedTest
    @CsvSource({
        "'a\tb', 'a\tb'",
        "'\033[32mPass\033[0m', '\033[32mPass\033[0m'",
        "'\033[1;31mFail\033[m', '\033[1;31mFail\033[m'",
        "'\033[8mhidden', \ufffd[8mhidden",
        "'\033[0;8mhidden', \ufffd[0;8mhidden",
        "'\033[08mhidden', \ufffd[08mhidden",
        "'\033[38;5;28mgreen', '\033[38;5;28mgreen'",
        "'\033[2Jgone', \ufffd[2Jgone",
        "'\033]0;title\007', \ufffd]0;title\ufffd",
        "'over\rwritten', over\ufffdwritten",
        "'\u009b2J', \ufffd2J",
        "turned\u202earound, turned\ufffdaround",
        "ä€😀, ä€😀"
    })
    void passesOnTextAndColoursOnly(String written, String shown) {
        var terminal = new ByteArrayOutputStream();

        TerminalWriter.on(terminal).println(written);

        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo(shown + System.lineSeparator());
    }
}
