package dev.readygate.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One command: asks the cluster, says what it found or did, and answers with an exit code. */
abstract class Verb implements Callable<Integer> {
    static final int DONE = 0;

    @Mixin
    final ClusterOptions where;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    CommandSpec spec;

    Verb() {
        this(new AsSomebody());
    }

    Verb(ClusterOptions where) {
        this.where = where;
    }

    @Override
    public final Integer call() {
        try (var session = Session.open(where)) {
            return run(session);
        }
    }

    abstract int run(Session session);

    /** What is wrong with what was typed ends as wrong usage, in its own sentence. */
    <T> T asTyped(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    void say(String text) {
        var out = spec.commandLine().getOut();
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
    }

    /** The launcher knows whether this goes to a terminal. */
    static boolean colours() {
        return Boolean.getBoolean("readygate.colours");
    }
}
