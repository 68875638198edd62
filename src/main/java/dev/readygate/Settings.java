package dev.readygate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an installation decides: {@code READYGATE_…} in the environment, set by the chart. */
@ConfigMapping(prefix = "readygate")
interface Settings {
    /** Namespaces to look at; none named means all of them. */
    Optional<List<String>> watchNamespaces();

    /** The user the API server and the admission policies know the operator by. */
    @WithDefault("system:serviceaccount:readygate:readygate")
    String user();

    /** Whether several replicas agree on one that acts. Switched off, there must never be a second one. */
    @WithDefault("true")
    boolean leaderElection();

    Probes probes();

    Prometheus prometheus();

    Pod pod();

    interface Probes {
        /** Whether policies may name addresses of the machine the operator runs on. Pods are asked wherever they are. */
        @WithDefault("false")
        boolean allowLoopback();
    }

    /** Whom metric, slo and compare checks ask. */
    interface Prometheus {
        /** http(s)://host:port/path of a Prometheus, or of what speaks its query API. */
        Optional<String> address();

        /** Other addresses for some namespaces, one {@code namespace=address} a line. */
        Optional<String> namespaces();

        /** Headers to send along, one {@code Name: value} a line. */
        Optional<String> headers();

        /** A folder with any of ca.crt, token, username and password. */
        Optional<Path> credentials();
    }

    /** Where and which of several replicas this is. */
    interface Pod {
        @WithDefault("${POD_NAMESPACE:readygate}")
        String namespace();

        @WithDefault("${POD_NAME:${HOSTNAME:readygate}}")
        String name();
    }
}
