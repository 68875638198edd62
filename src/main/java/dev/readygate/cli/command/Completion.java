package dev.readygate.cli.command;

import dev.readygate.cli.cluster.ClusterOptions;
import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.cluster.RawKinds;
import dev.readygate.cli.cluster.Session;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * Completes a word, as kubectl asks its plug-ins when a user presses TAB. It gets all words so far, the last of them
 * unfinished, and prints one candidate on each line, and on the last line what the shell does with files.
 */
public final class Completion {
    public static final String VERB = "__complete";

    private static final String NO_FILES = ":4";
    private static final String FILES = ":0";
    private static final String DEPLOYMENT = "DEPLOYMENT";

    private final List<String> words;
    private final CommandLine line;

    private Completion(List<String> words) {
        this.words = words.isEmpty() ? List.of("") : words;
        this.line = Readygate.commandLine(this.words.size() == 1 ? "" : this.words.getFirst());
    }

    public static String of(String... words) {
        var completion = new Completion(List.of(words));
        var lines = completion.candidates();
        lines.add(completion.isFile() ? FILES : NO_FILES);
        return String.join("\n", lines);
    }

    private List<String> candidates() {
        var found = new ArrayList<String>();
        words().forEach(found::add);
        deployments().filter(it -> it.startsWith(words.getLast())).forEach(found::add);
        return found;
    }

    /** Lists options only after a user began one: there are too many to read. */
    private Stream<String> words() {
        var found = new ArrayList<CharSequence>();
        int last = words.size() - 1;
        AutoComplete.complete(
                line.getCommandSpec(),
                words.toArray(String[]::new),
                last,
                words.get(last).length(),
                String.join(" ", words).length(),
                found);
        return found.stream()
                .map(it -> words.get(last) + it)
                .filter(it -> words.get(last).startsWith("-") || !it.startsWith("-"))
                .sorted();
    }

    private Stream<String> deployments() {
        var wanted = optionBefore()
                .map(it -> it.longestName().equals("--deployment"))
                .orElseGet(this::takesDeployment);
        return wanted ? names() : Stream.empty();
    }

    private boolean isFile() {
        return optionBefore().map(OptionSpec::paramLabel).filter("FILE"::equals).isPresent();
    }

    /** The option whose value the user types. */
    private Optional<OptionSpec> optionBefore() {
        return verb().filter(_ -> words.size() > 2)
                .map(it -> it.findOption(words.get(words.size() - 2)))
                .filter(it -> it.arity().max() > 0);
    }

    private boolean takesDeployment() {
        var begun = words.getLast().startsWith("-");
        return !begun
                && verb().stream()
                        .flatMap(it -> it.positionalParameters().stream())
                        .filter(it -> it.paramLabel().equals(DEPLOYMENT))
                        .anyMatch(it -> it.arity().max() > 1 || isFirst(it));
    }

    private boolean isFirst(PositionalParamSpec parameter) {
        return parameter.index().contains(0) && words.size() == 2;
    }

    private Optional<CommandSpec> verb() {
        return words.size() < 2
                ? Optional.empty()
                : Optional.ofNullable(line.getSubcommands().get(words.getFirst()))
                        .map(CommandLine::getCommandSpec);
    }

    /** Names from the cluster, if it answers within the short timeouts. */
    private Stream<String> names() {
        System.setProperty("kubernetes.connection.timeout", "1000");
        System.setProperty("kubernetes.request.timeout", "2000");
        try (var session = Session.open(where())) {
            return session.all(RawKinds.REPORT).stream()
                    .map(GenericKubernetesResource::getMetadata)
                    .map(it -> it.getName())
                    .sorted();
        } catch (KubernetesClientException | QueryFailed unknown) {
            return Stream.empty();
        }
    }

    private ClusterOptions where() {
        var options = new ClusterOptions();
        try {
            new CommandLine(options)
                    .setUnmatchedArgumentsAllowed(true)
                    .parseArgs(words.subList(1, words.size() - 1).toArray(String[]::new));
        } catch (ParameterException unfinished) {
            return new ClusterOptions();
        }
        return options;
    }

    /** A script that a shell runs once, to complete {@code readygate} itself. */
    static String script(Shell shell) {
        return switch (shell) {
            case bash, zsh -> AutoComplete.bash("readygate", Readygate.commandLine());
            case fish -> Arrays.stream(Shell.FISH).reduce("", (all, it) -> all + it + "\n");
        };
    }

    /** The constants are spelled as users type them. */
    enum Shell {
        bash,
        zsh,
        fish;

        private static final String[] FISH = {
            "# readygate completion fish | source",
            "complete -c readygate -f -a '(readygate __complete (commandline -opc)[2..] (commandline -ct) | string match"
                    + " -v \":*\")'"
        };
    }
}
