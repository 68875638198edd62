package dev.readygate.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A real Prometheus that has scraped no target and contains the given samples, with recording rules of its own. */
public final class RecordedPrometheus implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    private RecordedPrometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * @param openMetrics samples with their times
     * @param rules of a rule file, evaluated each second
     */
    public static RecordedPrometheus start(Path folder, String openMetrics, String rules) throws IOException {
        var data = Files.createDirectories(folder.resolve("data")).toString();
        var samples = Files.writeString(folder.resolve("samples"), openMetrics).toString();
        new ChildProgram(List.of("promtool", "tsdb", "create-blocks-from", "openmetrics", samples, data), Map.of())
                .run();
        Files.writeString(folder.resolve("rules.yml"), rules);
        var config = Files.writeString(
                folder.resolve("config.yml"), "{global: {evaluation_interval: 1s}, rule_files: [rules.yml]}");
        int port = FreePort.find();
        var process = ChildGuard.watch(new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + data,
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start());
        var started = new RecordedPrometheus(process, "http://127.0.0.1:" + port);
        Awaitility.await("Prometheus to be ready").until(started::isReady);
        return started;
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Prometheus ended");
        }
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address + "/-/ready")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        http.close();
    }
}
