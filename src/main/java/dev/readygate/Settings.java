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

    /** The namespace the operator itself lives in. */
    @WithDefault("readygate")
    String namespace();

    /** The user the API server knows the operator by. */
    @WithDefault("system:serviceaccount:readygate:readygate")
    String operatorUser();

    /** Which of several replicas this is. */
    @WithDefault("${HOSTNAME:readygate}")
    String identity();

    LeaderElection leaderElection();

    Probes probes();

    interface LeaderElection {
        /** Switched off, there must never be a second replica. */
        @WithDefault("true")
        boolean enabled();
    }

    interface Probes {
        /** Whether policies may ask addresses of the machine the operator runs on. */
        @WithDefault("false")
        boolean allowLoopback();
    }
}
