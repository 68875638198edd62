package dev.readygate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged operator as a separate process, with exactly the rights that the chart gives it. */
public final class Operator implements AutoCloseable {
    /** The times when an operator was started or became ready: it may have to catch up then. */
    private static final Queue<Instant> STARTS = new ConcurrentLinkedQueue<>();

    /** One for each JVM that runs tests beside others. */
    public static final Path LOG =
            Path.of("target", "operator-%s.log".formatted(System.getProperty("readygate.fork", "alone")));

    /** As in the image, with the heap that it takes of the chart's limit of 384 MiB. */
    private static final List<String> OPTIONS = List.of("-XX:Flags=src/main/image/jvm.flags", "-Xms8m", "-Xmx192m");

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private static final Path RECORDED = Path.of("target", "recorded", "operator.aot");

    private final Path kubeconfig;
    private final Map<String, String> settings;
    private final Optional<Path> otherJar;
    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<Process> process = Optional.empty();
    private Instant readySince = Instant.MAX;
    private volatile boolean closed;
    private int port;

    private Operator(Path kubeconfig, Map<String, String> settings, Optional<Path> otherJar) {
        this.kubeconfig = kubeconfig;
        this.settings = Map.copyOf(settings);
        this.otherJar = otherJar;
    }

    /** An operator without leader election. */
    static Operator alone(Path kubeconfig, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "READYGATE_LEADER_ELECTION", "false",
                "READYGATE_PROBES_ALLOWED_NETWORKS", Outside.NETWORK,
                "READYGATE_CHECKS_VERIFIED_NAMESPACES", "staging"));
        settings.putAll(more);
        return new Operator(kubeconfig, settings, Optional.empty());
    }

    /** Another version of it, from its build folder. */
    Operator from(Path jar) {
        return new Operator(kubeconfig, settings, Optional.of(jar));
    }

    /** One of several replicas with leader election. */
    static Operator replica(Path kubeconfig, String pod) {
        return new Operator(kubeconfig, Map.of("READYGATE_LEADER_ELECTION", "true", "POD_NAME", pod), Optional.empty());
    }

    public synchronized void ensureRunning() {
        if (process.filter(Process::isAlive).isEmpty()) {
            start();
        }
    }

    public synchronized void start() {
        begin();
        Awaitility.await("the operator to be ready").until(this::isReady);
        readySince = Instant.now();
        STARTS.add(readySince);
    }

    static List<Instant> starts() {
        return List.copyOf(STARTS);
    }

    /** Starts it without a wait. */
    public synchronized void begin() {
        readySince = Instant.MAX;
        port = FreePort.find();
        STARTS.add(Instant.now());
        var builder = new ProcessBuilder(command());
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        try {
            process = Optional.of(ChildGuard.watch(builder.start()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the recording of a run by ./readygate test, it takes half the time to start. */
    private List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var ours = System.getProperty("readygate.operator.jar", "target/quarkus-app/quarkus-run.jar");
        var command = new ArrayList<>(List.of(java));
        command.addAll(OPTIONS);
        if (otherJar.isEmpty() && Files.exists(RECORDED)) {
            command.add("-XX:AOTCache=" + RECORDED);
        }
        command.addAll(List.of("-jar", otherJar.map(Path::toString).orElse(ours)));
        return command;
    }

    /** Runs the command "held" in a separate process. */
    public String held(String namespaces) {
        var command = new ArrayList<>(command());
        command.add("held");
        return new ChildProgram(
                        command, Map.of("KUBECONFIG", kubeconfig.toString(), "READYGATE_WATCH_NAMESPACES", namespaces))
                .run();
    }

    /** Ready for that long, so that it has seen earlier changes. */
    public synchronized boolean isUpFor(Duration time) {
        return process.filter(Process::isAlive).isPresent()
                && readySince.isBefore(Instant.now().minus(time));
    }

    /** A new one after each start. */
    public synchronized long pid() {
        return process.orElseThrow().pid();
    }

    /** The resident memory of its process, in bytes. */
    public long memory() {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid()), "status"))) {
            var resident =
                    lines.filter(it -> it.startsWith("VmRSS")).findFirst().orElseThrow();
            return Long.parseLong(resident.replaceAll("\\D", "")) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The heap after a full collection, in bytes. */
    public long heap() {
        jcmd("GC.run");
        return USED.matcher(jcmd("GC.heap_info"))
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1)) * 1024)
                .sum();
    }

    private String jcmd(String command) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return new ChildProgram(List.of(jcmd, String.valueOf(pid()), command), Map.of()).run();
    }

    /** Kills it, as a node that loses power would. */
    public synchronized void kill() {
        process.ifPresent(it -> {
            it.destroyForcibly();
            it.onExit().join();
        });
        process = Optional.empty();
    }

    /** In one step: of two tests that kill and start it at once, neither may leave the other's process behind. */
    public synchronized void killAndStart() {
        kill();
        start();
    }

    /** Freezes it, as on a suspended machine. */
    public synchronized void freeze() {
        ChildProgram.freeze(pid());
    }

    /** It goes on as if nothing had happened. */
    public synchronized void thaw() {
        ChildProgram.thaw(pid());
    }

    public synchronized boolean hasEnded() {
        return process.filter(Process::isAlive).isEmpty();
    }

    /** The answer of its own HTTP server, such as its metrics. */
    public synchronized String get(String path) {
        try {
            return http.send(request(path), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    private boolean isReady() {
        if (process.filter(Process::isAlive).isEmpty()) {
            throw new IllegalStateException("the operator ended; " + LOG + " says why");
        }
        try {
            return http.send(request("/q/health/ready"), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        kill();
        http.close();
    }
}
