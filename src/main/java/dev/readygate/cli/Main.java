package dev.readygate.cli;

import picocli.CommandLine;

/** Starts one command, and ends with its exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Readygate())
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(Trouble::ofCommand)
                .setParameterExceptionHandler(Trouble::ofUsage);
    }
}
