package dev.readygate.cli;

/** Starts one command, and ends with its exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Readygate.commandLine(arguments).execute(arguments));
    }
}
