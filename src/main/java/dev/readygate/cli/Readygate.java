package dev.readygate.cli;

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
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            ExplainCommand.class,
            WaitCommand.class,
            UndoCommand.class,
            WishCommand.Retry.class,
            WishCommand.Proceed.class,
            WishCommand.Reject.class,
            ReleaseCommand.class
        })
final class Readygate {

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"readygate " + Readygate.class.getPackage().getImplementationVersion()};
        }
    }
}
