package dev.readygate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a program to its end. */
record ChildProgram(List<String> command, Map<String, String> environment) {

    /** As a machine that is suspended, or starved. */
    static void freeze(long pid) {
        signal("STOP", pid);
    }

    /** It goes on as if nothing had happened. */
    static void thaw(long pid) {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) {
        new ChildProgram(List.of("kill", "-" + name, String.valueOf(pid)), Map.of()).run();
    }

    /** @return its output, error output included; a failure has that as its message */
    String run() {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
