package dev.readygate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps this JVM and its children on one core, because a cluster, its operator and its tests mostly wake each other
 * up. The next parallel JVM takes the next core.
 */
final class OneCore {
    private static final Path STATUS = Path.of("/proc/self/status");

    private OneCore() {}

    /** Does nothing if this JVM is the only one, or the system cannot do it. */
    static void stay() {
        int fork = Integer.getInteger("readygate.fork", 0);
        if (Integer.getInteger("readygate.forks", 1) == 1 || !Files.exists(STATUS)) {
            return;
        }
        var cores = allowed();
        var core = cores.get(fork % cores.size());
        var own = ProcessHandle.current().pid();
        new ChildProgram(List.of("taskset", "--all-tasks", "--cpu-list", "--pid", core.toString(), "" + own), Map.of())
                .run();
    }

    private static List<Integer> allowed() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(it -> it.startsWith("Cpus_allowed_list:"))
                    .flatMap(it -> Stream.of(it.split("\\s+")[1].split(",")))
                    .flatMap(it -> range(it.split("-")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Integer> range(String... ends) {
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .boxed();
    }
}
