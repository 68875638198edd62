package dev.readygate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.Release;
import dev.readygate.testing.WaitLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures what many Deployments cost the operator: to install them, to release another image of each, at rest, and
 * when it is started again. Each has one pod and one check, asked every 30 s. Kubernetes runs on the same cores.
 *
 * <p>{@code ScaleLoad <file for JSON> <Deployments> ...}
 */
final class ScaleLoad {
    private static final int IN_A_NAMESPACE = 50;
    private static final long MIB = 1 << 20;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cluster cluster;
    private final List<GovernedFleet> fleet = new ArrayList<>();
    private final ArrayNode rows = JSON.createArrayNode();

    private ScaleLoad(Cluster cluster) {
        this.cluster = cluster;
    }

    public static void main(String... args) throws IOException {
        WaitLimit.applyToAll();
        try (var cluster = Cluster.start()) {
            var load = new ScaleLoad(cluster);
            load.measure(List.of(args).subList(1, args.length));
            Files.writeString(
                    Path.of(args[0]), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(load.rows));
        }
        System.exit(0);
    }

    /** Each size grows from the one before. */
    private void measure(List<String> sizes) {
        cluster.operator().start();
        System.out.println("| Deployments | | seconds | CPU-s | CPU-ms each | writes each | RSS MiB | live MiB |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        step(0, 1, "empty", () -> {});
        sizes.stream().map(Integer::parseInt).forEach(this::measure);
    }

    private void measure(int size) {
        int more = size - fleet.size() * IN_A_NAMESPACE;
        var added = IntStream.range(fleet.size(), size / IN_A_NAMESPACE)
                .mapToObj(it -> new GovernedFleet(cluster, "fleet-" + it, IN_A_NAMESPACE))
                .toList();
        fleet.addAll(added);
        step(size, more, "install", () -> released(added, Release.good("v1")));
        step(size, size, "change", () -> released(fleet, Release.good("v2-" + size)));
        step(size, size, "rest, a minute", ScaleLoad::rest);
        step(size, size, "restart, and a minute", () -> {
            cluster.operator().killAndStart();
            rest();
        });
    }

    private static void released(List<GovernedFleet> fleet, Release release) {
        fleet.forEach(it -> it.release(release));
        fleet.forEach(it -> it.waitUntilVerified(release));
    }

    /** The sleep is what is measured: nothing happens, and time passes. */
    private static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(int size, int each, String name, Runnable work) {
        var before = OperatorCosts.of(cluster, fleet);
        work.run();
        var spent = OperatorCosts.of(cluster, fleet).since(before);
        long resident = cluster.operator().memory() / MIB;
        long live = cluster.operator().heap() / MIB;
        System.out.printf(
                "| %d | %s | %.1f | %.2f | %.2f | %.2f | %d | %d |%n",
                size,
                name,
                spent.seconds(),
                spent.cpu(),
                1000 * spent.cpu() / each,
                (double) spent.writes() / each,
                resident,
                live);
        rows.addObject()
                .put("deployments", size)
                .put("step", name)
                .put("seconds", spent.seconds())
                .put("cpuSeconds", spent.cpu())
                .put("writes", spent.writes())
                .put("residentMiB", resident)
                .put("liveMiB", live);
    }
}
