package dev.readygate.checks;

import dev.readygate.api.v1alpha1.Port;
import dev.readygate.api.v1alpha1.ProbeTarget;
import dev.readygate.api.v1alpha1.ProbeTls;
import dev.readygate.facts.Pod;
import java.util.List;
import java.util.Optional;

/** Which pods a probe asks, and at which port. */
record PodTarget(ProbeTarget target, Port port) {

    List<Pod> of(Subject subject) {
        return switch (target) {
            case NewPods -> subject.newPods();
            case AllPods -> subject.allPods();
            case Service, Url -> List.of();
        };
    }

    /** Nobody is asked at a port that the pod does not have. */
    Optional<Integer> portOf(Pod pod) {
        if (port == null) {
            return pod.firstPort();
        }
        return port.number().or(() -> port.name().map(pod.ports()::get));
    }

    /** What this version cannot ask is said, not silently passed. */
    static Optional<String> unsupported(ProbeTarget target) {
        return switch (target) {
            case NewPods, AllPods -> Optional.empty();
            case Service, Url -> Optional.of("target " + target);
        };
    }

    static boolean needsSecret(ProbeTls tls) {
        return tls != null && tls.caSecretRef() != null;
    }

    static Tls terms(ProbeTls tls) {
        if (tls == null) {
            return Tls.USUAL;
        }
        return new Tls(
                Optional.ofNullable(tls.serverName()),
                Optional.ofNullable(tls.caSecretRef()).map(it -> new Tls.KeptIn(it.name(), it.key())),
                !tls.insecureSkipVerify());
    }
}
