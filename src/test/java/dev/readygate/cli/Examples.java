package dev.readygate.cli;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.command.Readygate;
import java.util.Arrays;
import java.util.List;

/** Runs the examples of docs/reference/cli.md unchanged. */
final class Examples {
    private final Terminal terminal;

    Examples(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Each example of the command has this exit code. */
    void end(String verb, int code) {
        end(verb, code, "");
    }

    /** @param hash replaces the hash to which the examples go back */
    void end(String verb, int code, String hash) {
        assertThat(of(verb)).isNotEmpty().allSatisfy(example -> {
            var result = terminal.type(example.replaceAll("--to \\w+", "--to " + hash));
            assertThat(result.code()).as("%s: %s", example, result).isEqualTo(code);
        });
    }

    /** All examples but those that never end. */
    private static List<String> of(String verb) {
        var command = Readygate.commandLine().getSubcommands().get(verb).getCommandSpec();
        return Arrays.stream(command.usageMessage().footer())
                .map(String::strip)
                .filter(not(it -> it.endsWith("--watch")))
                .toList();
    }
}
