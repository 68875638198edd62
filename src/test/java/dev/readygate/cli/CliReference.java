package dev.readygate.cli;

import static java.util.stream.Collectors.joining;

import dev.readygate.cli.command.Readygate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code docs/reference/cli.md}: every command, from the model that parses the arguments. */
final class CliReference {
    private static final List<String> COMMON =
            List.of("--namespace", "--context", "--kubeconfig", "--as", "--as-group", "--help");
    private static final Map<String, String> CODES = Map.of(
            "0", "done",
            "1", "refused: there is nothing to decide or undo, or it would not last; one sentence says why",
            "2", "wrong usage, no such Deployment, or the cluster cannot be asked");

    private static final String HEADER = """
            # The command line

            Generated from the commands in `dev.readygate.cli`: change those, then `./readygate generate`.

            `kubectl readygate` says what Readygate holds and why, and what to do about it. It speaks to the API server
            with your own rights, never to the operator, so it also works while the operator is down.

            ## Installing

            `./readygate up` builds it and prints the `PATH` to set; `mvn package` leaves it in
            `target/cli/kubectl-readygate`. It is one file: copy it into any folder of your `PATH`, and kubectl finds it as
            a plug-in. A link named `readygate` to it works by itself. It needs Java 25 (a runtime is enough), which it
            looks for in `JAVA_HOME`, on the `PATH` and in the usual folders. With `kubectl_complete-readygate`, which stands
            beside it, on the `PATH` too, kubectl's own completion completes verbs, options and Deployments.

            | variable | |
            |---|---|
            | `KUBECONFIG` | as for kubectl |
            | `READYGATE_JAVA` | the `java` to run it with |
            | `READYGATE_AOT=off` | neither make nor use the cache that makes it start fast |
            | `NO_COLOR` | no colours; there are none anyway unless it writes to a terminal |

            The first `status` or `explain` makes the cache (69 MB in `~/.cache/readygate`) in the background;
            `kubectl readygate warm-up` makes it at once. Where nothing can be written it works without. With the cache `status`
            takes 0.50 s, through kubectl 0.53 s (medians of 9; 2 cores; `chrt -f 1 time kubectl readygate status -A`), without it
            0.97 s through kubectl; `check` of one Deployment 0.47 s, `--version` 0.16 s.

            ## Everywhere

            """;

    private CliReference() {}

    static String text() {
        var line = Readygate.commandLine();
        var verbs = line.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();
        return HEADER
                + table(options(verbs.getFirst()).filter(it -> COMMON.contains(it.longestName())))
                + "\n" + codes(CODES)
                + verbs.stream().map(CliReference::verb).collect(joining());
    }

    private static String verb(CommandSpec verb) {
        var usage = verb.usageMessage();
        return "\n## %s\n\n%s\n\n```console\n%s\n```\n"
                        .formatted(verb.name(), String.join("\n\n", usage.description()), examples(verb))
                + (usage.exitCodeList().isEmpty() ? "" : "\n" + codes(usage.exitCodeList()))
                + own(verb);
    }

    private static String examples(CommandSpec verb) {
        return Arrays.stream(verb.usageMessage().footer())
                .map(it -> "$ " + it.strip())
                .collect(joining("\n"));
    }

    private static List<String> common() {
        var any = Readygate.commandLine().getSubcommands().values().iterator().next();
        return options(any.getCommandSpec())
                .filter(it -> COMMON.contains(it.longestName()))
                .map(CliReference::row)
                .toList();
    }

    private static String own(CommandSpec verb) {
        var rows = Stream.concat(
                        verb.positionalParameters().stream().map(CliReference::row),
                        options(verb).map(CliReference::row).filter(it -> !common().contains(it)))
                .collect(joining());
        return rows.isEmpty() ? "" : "\n| | |\n|---|---|\n" + rows;
    }

    private static Stream<OptionSpec> options(CommandSpec verb) {
        return verb.options().stream().filter(it -> !it.hidden());
    }

    private static String table(Stream<OptionSpec> options) {
        return "| | |\n|---|---|\n" + options.map(CliReference::row).collect(joining());
    }

    private static String row(OptionSpec option) {
        var names = Arrays.stream(option.names()).collect(joining(", "));
        var value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return "| `%s%s` | %s |\n".formatted(names, value, described(option.description(), option.defaultValue()));
    }

    private static String row(PositionalParamSpec parameter) {
        return "| `%s` | %s |\n".formatted(parameter.paramLabel(), described(parameter.description(), null));
    }

    private static String described(String[] description, String otherwise) {
        return String.join(" ", description).replace("${DEFAULT-VALUE}", String.valueOf(otherwise));
    }

    private static String codes(Map<String, String> codes) {
        return codes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> "| %s | %s |\n".formatted(it.getKey(), it.getValue()))
                .collect(joining("", "| exit code | |\n|---|---|\n", ""));
    }
}
