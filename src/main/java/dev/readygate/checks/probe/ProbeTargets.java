package dev.readygate.checks.probe;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GrpcCheck;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.Port;
import dev.readygate.api.v1alpha1.ProbeTarget;
import dev.readygate.api.v1alpha1.TcpCheck;
import dev.readygate.checks.Subject;
import dev.readygate.checks.answer.Url;
import dev.readygate.facts.Pod;
import java.util.List;
import java.util.Optional;

/**
 * The targets of a probe.
 *
 * @param port of a pod or Service; none means the first
 * @param service its name; none means the only one that selects the pods
 */
record ProbeTargets(ProbeTarget target, Optional<Port> port, Optional<String> service, Optional<String> url) {
    ProbeTargets {
        requireNonNull(target, "target");
        requireNonNull(port, "port");
        requireNonNull(service, "service");
        requireNonNull(url, "url");
    }

    static ProbeTargets of(HttpCheck http) {
        return of(http.target(), http.port(), http.serviceName(), http.url());
    }

    static ProbeTargets of(TcpCheck tcp) {
        return of(tcp.target(), tcp.port(), tcp.serviceName(), tcp.url());
    }

    static ProbeTargets of(GrpcCheck grpc) {
        return of(grpc.target(), grpc.port(), grpc.serviceName(), grpc.url());
    }

    private static ProbeTargets of(ProbeTarget target, Port port, String service, String url) {
        return new ProbeTargets(
                target, Optional.ofNullable(port), Optional.ofNullable(service), Optional.ofNullable(url));
    }

    List<Pod> pods(Subject subject) {
        return switch (target) {
            case NewPods -> subject.newPods();
            case AllPods -> subject.allPods();
            case Service, Url -> List.of();
        };
    }

    /** Empty if the pod does not have the port. */
    Optional<Integer> portOf(Pod pod) {
        return port.isEmpty()
                ? pod.firstPort()
                : port.flatMap(it -> it.number().or(() -> it.name().map(pod.ports()::get)));
    }

    /** At gate Start no pod of the new revision runs; a probe can ask running pods, and any other address. */
    Optional<String> mistakeAt(Gate gate) {
        return switch (gate) {
            case Start -> mistakeAtStart();
            case Serve -> mistakeAtServe();
            case Admit, Stay -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private Optional<String> mistakeAtStart() {
        return switch (target) {
            case AllPods, Service, Url -> Optional.empty();
            case NewPods ->
                Optional.of("target NewPods has nobody to ask at gate Start, where no new pod has started; set gate to"
                        + " Serve, or target to AllPods, Service or Url");
        };
    }

    /** While new pods wait at gate Serve, a Service and an address lead to other pods, and say nothing of new ones. */
    private Optional<String> mistakeAtServe() {
        return switch (target) {
            case NewPods, AllPods -> Optional.empty();
            case Service, Url ->
                Optional.of("target " + target + " does not reach new pods before gate Serve has let them in, so it"
                        + " says nothing of them; set gate to Stay, or target to NewPods");
        };
    }
}
