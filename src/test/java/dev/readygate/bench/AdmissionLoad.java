package dev.readygate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.WaitLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how much time the admission policies add to a change of a Deployment and to the creation of a pod, and
 * the time of a write of the GateBook. No operator runs; every request is a dry-run, so that etcd takes no part;
 * requests to the governed namespace and to an ungoverned one alternate, so that other load on the machine affects
 * both.
 *
 * <p>{@code AdmissionLoad <requests> <file for JSON>}
 */
final class AdmissionLoad {
    private static final List<Integer> BOOKS = List.of(1, 100, 5000);
    private static final int USUAL_BOOK = 500;
    private static final int BOOK_WRITES = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int requests;
    private final List<ObjectNode> rows = new ArrayList<>();

    private AdmissionLoad(int requests) {
        this.requests = requests;
    }

    public static void main(String... args) throws IOException {
        WaitLimit.applyToAll();
        var load = new AdmissionLoad(Integer.parseInt(args[0]));
        try (var cluster = Cluster.start()) {
            load.measure(cluster);
        }
        Files.writeString(
                Path.of(args[1]), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(load.rows));
        System.exit(0);
    }

    private void measure(Cluster cluster) {
        try (var governed = new BenchNamespace(cluster, "governed");
                var ungoverned = new BenchNamespace(cluster, "ungoverned")) {
            warmUp(governed, ungoverned);
            System.out.println(
                    "| request | entries | without, p50 / p99 ms | with, p50 / p99 ms | added, p50 / p99 ms |");
            System.out.println("|---|---|---|---|---|");
            for (int entries : BOOKS) {
                governed.book(entries);
                compare("Deployment update", entries, () -> governed.update(), () -> ungoverned.update());
                compare("pod create", entries, () -> governed.createPod(), () -> ungoverned.createPod());
            }
            writeBooks(governed);
            withoutPolicies(cluster, governed, ungoverned);
        }
    }

    private void warmUp(BenchNamespace governed, BenchNamespace ungoverned) {
        governed.book(1);
        for (int i = 0; i < requests / 2; i++) {
            governed.update();
            ungoverned.update();
            governed.createPod();
            ungoverned.createPod();
        }
    }

    private void compare(String request, int entries, Runnable with, Runnable without) {
        var governed = new Timings(requests);
        var ungoverned = new Timings(requests);
        for (int i = 0; i < requests; i++) {
            ungoverned.time(without);
            governed.time(with);
        }
        row(request, String.valueOf(entries), ungoverned, governed);
    }

    /**
     * Measures the cost of the policies for an ungoverned namespace: removes them, so that the API server no longer
     * evaluates them.
     */
    private void withoutPolicies(Cluster cluster, BenchNamespace governed, BenchNamespace ungoverned) {
        var updates = new Timings(requests);
        var pods = new Timings(requests);
        for (int i = 0; i < requests; i++) {
            updates.time(ungoverned::update);
            pods.time(ungoverned::createPod);
        }
        new ChartPolicies(cluster).remove(governed);
        var bareUpdates = new Timings(requests);
        var barePods = new Timings(requests);
        for (int i = 0; i < requests; i++) {
            bareUpdates.time(ungoverned::update);
            barePods.time(ungoverned::createPod);
        }
        row("Deployment update, ungoverned namespace", "no book", bareUpdates, updates);
        row("pod create, ungoverned namespace", "no book", barePods, pods);
    }

    private void row(String request, String entries, Timings without, Timings with) {
        System.out.printf(
                "| %s | %s | %.2f / %.2f | %.2f / %.2f | %.2f / %.2f |%n",
                request,
                entries,
                without.p50(),
                without.p99(),
                with.p50(),
                with.p99(),
                with.p50() - without.p50(),
                with.p99() - without.p99());
        rows.add(JSON.createObjectNode()
                .put("request", request)
                .put("entries", entries)
                .put("count", requests)
                .put("withoutP50Ms", without.p50())
                .put("withoutP99Ms", without.p99())
                .put("withP50Ms", with.p50())
                .put("withP99Ms", with.p99()));
    }

    private void writeBooks(BenchNamespace governed) {
        governed.book(USUAL_BOOK);
        var writes = new Timings(BOOK_WRITES);
        for (int i = 0; i < BOOK_WRITES; i++) {
            writes.time(governed::changeOneLine);
        }
        System.out.printf(
                "| GateBook write, really written | %d | | %.2f / %.2f | |%n", USUAL_BOOK, writes.p50(), writes.p99());
        rows.add(JSON.createObjectNode()
                .put("request", "GateBook write")
                .put("entries", String.valueOf(USUAL_BOOK))
                .put("count", BOOK_WRITES)
                .put("withP50Ms", writes.p50())
                .put("withP99Ms", writes.p99()));
    }
}
