package dev.readygate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers to kubectl; StatingIT tests those that need a cluster. */
class CompletionTest {

    @ParameterizedTest
    @CsvSource({
        "'st', 'status :4'",
        "'re', 'recommend reject release report retry :4'",
        "'status --o', '--output :4'",
        "'status -o y', 'yaml :4'",
        "'status --output=y', '--output=yaml :4'",
        "'completion ', 'bash fish zsh :4'",
        "'evidence unit-tests --junit ', ':0'",
        "'evidence unit-tests --outcome ', 'Fail Pass :4'",
        "'evidence ', ':4'",
        "'nonsense x', ':4'"
    })
    void wordsAreCompletedByWhatTheCommandsTake(String typed, String answer) {
        assertThat(Completion.of(typed.split(" ", -1))).isEqualTo(answer.replace(' ', '\n'));
    }

    @Test
    void nothingTypedYetMeansAllVerbs() {
        assertThat(Completion.of(""))
                .contains("status\n", "approve\n", "waive\n")
                .doesNotContain("--", "__complete");
        assertThat(Completion.of()).isEqualTo(Completion.of(""));
    }

    @ParameterizedTest
    @EnumSource(Completion.Shell.class)
    void everyShellHasAScript(Completion.Shell shell) {
        assertThat(Completion.script(shell)).contains("readygate", "complete ");
    }
}
