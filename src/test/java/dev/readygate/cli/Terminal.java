package dev.readygate.cli;

import dev.readygate.testing.Namespace;
import dev.readygate.testing.WaitLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user's shell: the packaged command line is on its PATH, and its kubeconfig's context is the test's namespace. */
public final class Terminal {
    private static final Path LAUNCHER = Path.of("target", "cli").toAbsolutePath();

    /** The class cache that ./readygate test recorded, with which a command starts in half the time. */
    private static final Path RECORDED = Path.of("target", "recorded", "cli").toAbsolutePath();

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    private Terminal(Path folder) {
        this.folder = folder;
    }

    public static Terminal in(Namespace namespace, Path folder) {
        var terminal = new Terminal(folder);
        var cluster = namespace.cluster();
        var kubeconfig = folder.resolve("kubeconfig");
        try {
            Files.copy(cluster.kubeconfig(), kubeconfig);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.with("KUBECONFIG", kubeconfig.toString())
                .with("KUBECACHEDIR", folder.resolve("kubectl-cache").toString())
                .with("XDG_CACHE_HOME", RECORDED.toString())
                .with(
                        "READYGATE_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .with("READYGATE_AOT", Files.exists(RECORDED) ? "" : "off")
                .with("PATH", LAUNCHER + ":" + cluster.programsOfTheCluster() + ":" + System.getenv("PATH"));
        terminal.type("kubectl config set-context --current --namespace " + namespace.name());
        return terminal;
    }

    Terminal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path folder() {
        return folder;
    }

    /** The exit code and output of a command. */
    public record CommandResult(int code, String output, String errors) {}

    public CommandResult type(String line) {
        try {
            var process = start(line);
            process.getOutputStream().close();
            var errors = new String[1];
            var reading = Thread.ofVirtual().start(() -> errors[0] = text(process.getErrorStream()));
            var output = text(process.getInputStream());
            if (!process.waitFor(WaitLimit.LONGEST)) {
                process.destroyForcibly();
                throw new AssertionError(line + " does not end; it said " + output);
            }
            reading.join();
            return new CommandResult(process.exitValue(), output, errors[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Process start(String line) throws IOException {
        var builder = new ProcessBuilder(List.of("/bin/sh", "-c", line));
        builder.directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String text(java.io.InputStream stream) {
        try {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
