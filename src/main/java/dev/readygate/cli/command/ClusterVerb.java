package dev.readygate.cli.command;

import dev.readygate.cli.cluster.ClusterOptions;
import dev.readygate.cli.cluster.Session;
import io.fabric8.kubernetes.client.Config;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that talks to the cluster, prints a result and returns an exit code. */
abstract class ClusterVerb implements Callable<Integer> {
    static final int DONE = 0;

    @Mixin
    ClusterOptions where;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    CommandSpec spec;

    @Override
    public final Integer call() {
        try (var session = Session.open(where, this::impersonate)) {
            return run(session);
        }
    }

    /** Commands with {@code --as} override this. */
    void impersonate(Config config) {}

    abstract int run(Session session);

    /** Turns an IllegalArgumentException about an argument into a usage error with the same sentence. */
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

    /** The launcher knows whether the output goes to a terminal. */
    static boolean colours() {
        return Boolean.getBoolean("readygate.colours");
    }
}
