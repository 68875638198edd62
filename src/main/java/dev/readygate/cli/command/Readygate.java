package dev.readygate.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

@Command(
        name = "kubectl readygate",
        description = {
            "What Readygate holds, why, and what to do about it. It speaks to the API server with your own rights, and"
                    + " never to the operator."
        },
        versionProvider = Readygate.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Readygate {
    private static final Map<String, Supplier<?>> VERBS = verbs();

    private static Map<String, Supplier<?>> verbs() {
        var verbs = new LinkedHashMap<String, Supplier<?>>();
        verbs.put("status", StatusCommand::new);
        verbs.put("explain", ExplainCommand::new);
        verbs.put("history", HistoryCommand::new);
        verbs.put("dora", DoraCommand::new);
        verbs.put("baseline", BaselineCommand::new);
        verbs.put("pin", PinCommand::new);
        verbs.put("wait", WaitCommand::new);
        verbs.put("report", ReportCommand::new);
        verbs.put("undo", UndoCommand::new);
        verbs.put("retry", DecideCommand.RetryCommand::new);
        verbs.put("proceed", DecideCommand.Proceed::new);
        verbs.put("reject", DecideCommand.Reject::new);
        verbs.put("release", ReleaseCommand::new);
        verbs.put("check", CheckCommand::new);
        verbs.put("evidence", EvidenceCommand::new);
        verbs.put("approve", ApproveCommand::new);
        verbs.put("waive", WaiveCommand::new);
        verbs.put("recommend", RecommendCommand::new);
        verbs.put("completion", CompletionCommand::new);
        return verbs;
    }

    /** The command line with all commands. */
    public static CommandLine commandLine() {
        return commandLine(VERBS.keySet());
    }

    /** The command line with the named command only: Picocli reads each command by reflection, which takes long. */
    public static CommandLine commandLine(String... arguments) {
        var first = arguments.length == 0 ? "" : arguments[0];
        if (first.equals("--version")) {
            return commandLine(Set.of());
        }
        return VERBS.containsKey(first) ? commandLine(Set.of(first)) : commandLine();
    }

    private static CommandLine commandLine(Set<String> verbs) {
        var line = new CommandLine(new Readygate());
        verbs.forEach(it -> line.addSubcommand(it, VERBS.get(it).get()));
        return line.setUsageHelpWidth(100)
                .setExecutionExceptionHandler(CommandErrors::ofCommand)
                .setParameterExceptionHandler(CommandErrors::ofUsage);
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"readygate " + Readygate.class.getPackage().getImplementationVersion()};
        }
    }
}
