package dev.readygate.cli;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/** The examples of docs/reference/cli.md, typed as they stand there. */
final class Examples {
    private final Terminal terminal;

    Examples(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Each of the verb's has this exit code. */
    void end(String verb, int code) {
        end(verb, code, "");
    }

    /** @param hash in place of the one that the examples go back to */
    void end(String verb, int code, String hash) {
        assertThat(of(verb)).isNotEmpty().allSatisfy(example -> {
            var result = terminal.type(example.replaceAll("--to \\w+", "--to " + hash));
            assertThat(result.code()).as("%s: %s", example, result).isEqualTo(code);
        });
    }

    /** But for those that never end. */
    private static List<String> of(String verb) {
        var command = Readygate.commandLine().getSubcommands().get(verb).getCommandSpec();
        return Arrays.stream(command.usageMessage().footer())
                .map(String::strip)
                .filter(not(it -> it.endsWith("--watch")))
                .toList();
    }
}
