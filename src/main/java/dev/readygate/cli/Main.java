package dev.readygate.cli;

import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.command.Completion;
import dev.readygate.cli.command.Readygate;
import java.util.Arrays;

/** Runs one command, and exits with its code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(Completion.VERB)) {
            System.out.println(Completion.of(Arrays.copyOfRange(arguments, 1, arguments.length)));
            return;
        }
        var line = Readygate.commandLine(arguments)
                .setOut(TerminalWriter.on(System.out))
                .setErr(TerminalWriter.on(System.err));
        try {
            System.exit(line.execute(arguments));
        } catch (OutOfMemoryError full) {
            System.err.println(
                    "readygate: this is more than one command has memory for: give it fewer files or objects");
            System.exit(QueryFailed.CODE);
        }
    }
}
