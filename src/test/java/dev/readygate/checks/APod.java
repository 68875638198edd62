package dev.readygate.checks;

import dev.readygate.facts.Pod;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A pod for tests: of v2, up since noon, with the ports 8080, named web, and 9090, named health. */
public final class APod {
    private String hash = "v2";
    private Optional<String> address = Optional.of("10.1.2.3");
    private Optional<Instant> started = Optional.of(PodScene.NOON);
    private Optional<Integer> firstPort = Optional.of(8080);
    private boolean containersReady = true;
    private boolean terminating;

    public static Pod up(String name) {
        return new APod().named(name);
    }

    public static Pod ofV1(String name) {
        var pod = new APod();
        pod.hash = "v1";
        return pod.named(name);
    }

    /** Its containers run, and are not ready yet. */
    public APod starting() {
        containersReady = false;
        return this;
    }

    public APod notStarted() {
        started = Optional.empty();
        return this;
    }

    public APod withoutAddress() {
        address = Optional.empty();
        return this;
    }

    public APod leaving() {
        terminating = true;
        return this;
    }

    public APod withoutPorts() {
        firstPort = Optional.empty();
        return this;
    }

    public Pod named(String name) {
        var state = new Pod.PodState(containersReady, containersReady, terminating, false, Pod.PodGate.None);
        var ports = firstPort.isPresent() ? Map.of("web", 8080, "health", 9090) : Map.<String, Integer>of();
        return new Pod(name, "uid-" + name, hash, address, ports, firstPort, started, state);
    }
}
