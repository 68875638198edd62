package dev.readygate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What an installation decides: {@code READYGATE_…} in the environment, set by the chart. */
@ConfigMapping(prefix = "readygate")
interface Settings {
    /** Namespaces to look at; none named means all of them. */
    Optional<List<String>> watchNamespaces();

    /** Namespaces that no policy of the cluster is about; our own is one of them anyway. */
    @WithDefault("kube-system,kube-public,kube-node-lease")
    Optional<List<String>> excludeNamespaces();

    /** The user the API server and the admission policies know the operator by. */
    @WithDefault("system:serviceaccount:readygate:readygate")
    String user();

    /** Whether several replicas agree on one that acts. Switched off, there must never be a second one. */
    @WithDefault("true")
    boolean leaderElection();

    Probes probes();

    Pod pod();

    interface Probes {
        /** Whether policies may name addresses of the machine the operator runs on. Pods are asked wherever they are. */
        @WithDefault("false")
        boolean allowLoopback();
    }

    /** Where and which of several replicas this is. */
    interface Pod {
        @WithDefault("${POD_NAMESPACE:readygate}")
        String namespace();

        @WithDefault("${POD_NAME:${HOSTNAME:readygate}}")
        String name();
    }
}
