package dev.readygate.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.readygate.testing.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program that starts a cluster and an operator leaves no processes behind, even when it is killed and cannot
 * clean up.
 */
class KilledIT {
    private static final Predicate<String> CLUSTER = it -> it.contains("/kube-apiserver ");
    private static final Predicate<String> OPERATOR = it -> it.contains("quarkus-run.jar");

    @TempDir
    private Path folder;

    static Stream<Arguments> leavesNothing() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        return Stream.of(
                argumentSet(
                        "a JVM that runs tests",
                        List.of(CLUSTER, OPERATOR),
                        List.of(java, "-cp", classes, TestJvm.class.getName())),
                argumentSet("up", List.of(CLUSTER, OPERATOR), List.of("./readygate", "up")),
                argumentSet("tour", List.of(CLUSTER, OPERATOR), List.of("./readygate", "tour")),
                argumentSet("bench", List.of(CLUSTER), List.of("./readygate", "bench", "admission", "1000000")));
    }

    /** Like a fork of the tests: it starts a cluster and an operator, and keeps running. */
    static final class TestJvm {
        public static void main(String... none) throws InterruptedException {
            Cluster.start().operator().ensureRunning();
            Thread.currentThread().join();
        }
    }

    @ParameterizedTest
    @MethodSource
    void leavesNothing(List<Predicate<String>> children, List<String> command) throws IOException {
        var process = start(command);
        try {
            await("all of it to run").until(() -> {
                assertThat(process.isAlive()).isTrue();
                return children.stream().allMatch(it -> process.descendants().anyMatch(child -> is(child, it)));
            });
            var started = process.descendants().toList();

            process.destroyForcibly();

            await("nothing to be left").until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("READYGATE_DATA", folder.resolve("data").toString());
        return builder.start();
    }

    private static boolean is(ProcessHandle process, Predicate<String> which) {
        return process.info().commandLine().filter(which).isPresent();
    }
}
