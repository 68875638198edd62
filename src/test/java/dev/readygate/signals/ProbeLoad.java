package dev.readygate.signals;

import com.sun.management.OperatingSystemMXBean;
import dev.readygate.checks.Ask;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.SecretValue;
import dev.readygate.signals.Samplers.SamplerSettings;
import dev.readygate.signals.fetch.Caps;
import dev.readygate.signals.fetch.FetchRules;
import dev.readygate.signals.fetch.Limits;
import dev.readygate.signals.fetch.NameResolver;
import dev.readygate.signals.fetch.SafeFetcher;
import dev.readygate.signals.fetch.Trust;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Measures the samplers with a number of targets at a given pace. Each target is an address of its own; one server
 * in a process of its own answers for all, so that only the samplers' own costs are counted.
 *
 * <p>{@code ProbeLoad <targets> <every, ms> <seconds>}
 */
final class ProbeLoad {
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final ConcurrentLinkedQueue<Long> lateNanos = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();

    public static void main(String... args) throws Exception {
        if (args[0].equals("server")) {
            serve();
        } else {
            new ProbeLoad().measure(number(args[0]), Duration.ofMillis(number(args[1])), number(args[2]));
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    /** Prints its port, answers until its input ends, and prints how often it did. */
    private static void serve() throws Exception {
        var answers = new AtomicLong();
        var vertx = Vertx.vertx();
        var server = vertx.createHttpServer().requestHandler(request -> {
            answers.incrementAndGet();
            if (!request.path().equals("/silent")) {
                request.response().end("ok");
            }
        });
        System.out.println(server.listen(0, "0.0.0.0")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.out.println(answers.get());
        vertx.close();
    }

    private void measure(int targets, Duration every, int seconds) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var server = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), "dev.readygate.signals.ProbeLoad", "server")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(server.getInputStream()))) {
            run(Integer.parseInt(said.readLine()), targets, every, seconds);
            server.getOutputStream().close();
            System.out.println("answered by the server: " + said.readLine());
        } finally {
            server.destroy();
        }
    }

    private void run(int port, int targets, Duration every, int seconds) throws Exception {
        var store = new ReadingStore(_ -> {});
        var clock = InstantSource.system();
        try (var fetcher = new SafeFetcher(FetchRules.STRICT, NameResolver.SYSTEM, Trust.OF_THE_RUNTIME, Caps.DEFAULT);
                var samplers = new Samplers(
                        new Probers(
                                fetcher,
                                new Probers.Kubernetes(
                                        (_, _, _) -> new SecretValue.Withheld("nobody has any"), (_, _) -> null),
                                Asks.noPrometheus(fetcher),
                                clock),
                        store,
                        clock,
                        new SamplerSettings(Limits.DEFAULT, Integer.MAX_VALUE, Asks.THREADS, (sample, late) -> {
                            lateNanos.add(late.toNanos());
                            answers.computeIfAbsent(sample.value(), _ -> new AtomicLong())
                                    .incrementAndGet();
                        }))) {
            samplers.resume();
            IntStream.range(0, targets).forEach(i -> samplers.keep(deployment(i), List.of(ask(i, port, every))));
            wait(every.compareTo(WARM_UP) > 0 ? every : WARM_UP);
            report(targets, every, seconds);
        }
    }

    private static DeploymentRef deployment(int i) {
        return new DeploymentRef("namespace-" + i % 100, "deployment-" + i, "uid-" + i);
    }

    private static Ask ask(int i, int port, Duration every) {
        var host = "127.%d.%d.%d".formatted(1 + i / 60_000, i / 250 % 240, 1 + i % 250);
        var asks = Asks.healthOf("pod-" + i)
                .every(every)
                .notBefore(Instant.EPOCH)
                .at(new Endpoint.OfPod("http", host, port));
        var ask = asks.build();
        var request = asks.http(System.getProperty("path", "/health"));
        return new Ask(ask.question(), ask.pace(), ask.patience(), request);
    }

    private void report(int targets, Duration every, int seconds) throws Exception {
        lateNanos.clear();
        answers.clear();
        double cpu = cpuSeconds();
        long begun = System.nanoTime();
        wait(Duration.ofSeconds(seconds));
        var late = lateNanos.stream().sorted().toList();
        double used = cpuSeconds() - cpu;
        double took = (System.nanoTime() - begun) / 1e9;
        System.gc();
        System.out.printf(
                "%d targets every %s: %.0f probes/s %s, %.2f cores, %.0f probes/s per core%n",
                targets, every, late.size() / took, answers, used / took, late.size() / used);
        System.out.printf(
                "late: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, most %.2f ms%n",
                percentile(late, 50), percentile(late, 99), percentile(late, 99.9), percentile(late, 100));
        System.out.printf("memory: %s, live heap %d MiB, %s%n", rss(), heap() >> 20, threads());
    }

    private static double percentile(List<Long> sorted, double percent) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * percent / 100))) / 1e6;
    }

    private static double cpuSeconds() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount() + " threads";
    }

    private static String rss() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList()
                .toString();
    }

    private static void wait(Duration duration) throws InterruptedException {
        try (var waiting = Executors.newSingleThreadScheduledExecutor()) {
            waiting.schedule(() -> {}, duration.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
