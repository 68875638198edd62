package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

/** Where a request goes. Who named the address decides how far it is trusted. */
public sealed interface Endpoint {
    String scheme();

    String host();

    int port();

    /** A pod of the workload itself, at the address Kubernetes reports: trusted by identity. */
    record OfPod(String scheme, String host, int port) implements Endpoint {
        public OfPod {
            requireNonNull(scheme, "scheme");
            requireNonNull(host, "host");
        }
    }

    /** A Service that leads to pods of its own namespace, at the address Kubernetes gave it: trusted like them. */
    record OfService(String scheme, String host, int port) implements Endpoint {
        public OfService {
            requireNonNull(scheme, "scheme");
            requireNonNull(host, "host");
        }
    }

    /** Anything a policy's author wrote: to be checked before it is connected to. */
    record WrittenEndpoint(String scheme, String host, int port) implements Endpoint {
        public WrittenEndpoint {
            requireNonNull(scheme, "scheme");
            requireNonNull(host, "host");
        }
    }
}
