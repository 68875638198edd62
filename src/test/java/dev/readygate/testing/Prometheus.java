package dev.readygate.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A real Prometheus that scrapes the simulated pods each second. */
public final class Prometheus implements AutoCloseable {
    private final Process process;
    private final String address;

    private Prometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static Prometheus start(Path devcluster, Path kubeconfig) {
        try {
            var process = new ProcessBuilder(
                            devcluster.toString(),
                            "prometheus",
                            "--lifeline-stdin",
                            "--kubeconfig",
                            kubeconfig.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var ready = process.inputReader().readLine();
            if (ready == null) {
                throw new IllegalStateException("Prometheus did not start; what it said is above");
            }
            return new Prometheus(
                    process, new ObjectMapper().readTree(ready).required("url").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
