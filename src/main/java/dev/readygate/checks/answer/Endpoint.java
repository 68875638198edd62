package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

/** The target of a request. Its origin decides how far it is trusted. */
public sealed interface Endpoint {
    String scheme();

    String host();

    int port();

    /** A pod of the workload, at the address Kubernetes reports: trusted by identity. */
    record OfPod(String scheme, String host, int port) implements Endpoint {
        public OfPod {
            requireNonNull(scheme, "scheme");
            requireNonNull(host, "host");
        }
    }

    /** A Service that leads to pods of its own namespace, at the address Kubernetes gave it: trusted like pods. */
    record OfService(String scheme, String host, int port) implements Endpoint {
        public OfService {
            requireNonNull(scheme, "scheme");
            requireNonNull(host, "host");
        }
    }

    /** An address from a policy: the operator checks it before it connects. */
    record WrittenEndpoint(String scheme, String host, int port) implements Endpoint {
        public WrittenEndpoint {
            requireNonNull(scheme, "scheme");
            requireNonNull(host, "host");
        }
    }
}
