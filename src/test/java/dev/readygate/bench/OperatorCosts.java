package dev.readygate.bench;

import dev.readygate.testing.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The operator's costs up to now.
 *
 * @param pid of its process: another one began at 0
 */
record OperatorCosts(long pid, Duration used, long writes, Instant at) {

    static OperatorCosts of(Cluster cluster, List<GovernedFleet> fleet) {
        long pid = cluster.operator().pid();
        var used = ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
        return new OperatorCosts(
                pid, used, fleet.stream().mapToLong(GovernedFleet::writes).sum(), Instant.now());
    }

    Spent since(OperatorCosts before) {
        var cpu = pid == before.pid ? used.minus(before.used) : used;
        return new Spent(
                cpu.toMillis() / 1000.0,
                writes - before.writes,
                Duration.between(before.at, at).toMillis() / 1000.0);
    }

    record Spent(double cpu, long writes, double seconds) {}
}
