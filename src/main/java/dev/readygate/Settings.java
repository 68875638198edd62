package dev.readygate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of an installation: {@code READYGATE_…} in the environment, set by the chart. */
@ConfigMapping(prefix = "readygate")
interface Settings {
    /** Namespaces to watch; none named means all of them. */
    Optional<List<String>> watchNamespaces();

    /** Namespaces that no ClusterReadinessPolicy selects; the operator's own is always one of them. */
    @WithDefault("kube-system,kube-public,kube-node-lease")
    Optional<List<String>> excludeNamespaces();

    /** The operator's user name for the API server and the admission policies. */
    @WithDefault("system:serviceaccount:readygate:readygate")
    String user();

    /** Whether several replicas elect one that acts. If it is off, there must never be a second replica. */
    @WithDefault("true")
    boolean leaderElection();

    AdmissionSettings admission();

    Probes probes();

    Checks checks();

    RetentionSettings retention();

    PrometheusSettings prometheus();

    OwnPod pod();

    interface AdmissionSettings {
        /** How many admission policies may be generated from policies with manifest checks at gate Admit. */
        @WithDefault("100")
        int places();
    }

    interface Probes {
        /** Whether policies may name addresses of the machine the operator runs on. Pods are asked at any address. */
        @WithDefault("false")
        boolean allowLoopback();

        /**
         * Networks in which policies may name addresses although they are not ordinary: 169.254.20.0/24,
         * 127.0.0.53.
         */
        Optional<List<String>> allowedNetworks();

        /** Networks that neither URLs nor Services may lead to; this counts before every other setting. */
        Optional<List<String>> deniedNetworks();

        /** Whether policies may name addresses at all. */
        @WithDefault("true")
        boolean urls();

        /** How many samples are taken for one namespace each second; asks beyond that get an error. */
        @WithDefault("500")
        int samplesPerSecond();

        /** Names that may resolve to any address except the API server's and the operator's own. */
        Optional<List<String>> allowedHosts();
    }

    /** Resources that checks may use. Each needs a right that the chart grants or not. */
    interface Checks {
        /** Whether checks may use values from Secrets of the policy's namespace. */
        @WithDefault("true")
        boolean secrets();

        /** Whether checks may run Jobs. */
        @WithDefault("true")
        boolean jobs();

        /** Whether reports may quote the last lines of a failed Job's log. */
        @WithDefault("true")
        boolean jobLogs();

        /** Namespaces whose baselines checks in any other namespace may read from their reports. */
        Optional<List<String>> verifiedNamespaces();
    }

    /** How long evidence and waivers stay in the cluster. */
    interface RetentionSettings {
        /** Whether they are deleted. It needs a right that the chart grants or not. */
        @WithDefault("true")
        boolean enabled();

        /** How many pieces of evidence of one type stay, from one author about one Deployment or image. */
        @WithDefault("100")
        int newest();

        /** How long evidence and waivers stay after they expired. */
        @WithDefault("30d")
        Duration keepFor();
    }

    /** The Prometheus for metric, slo and compare checks. */
    interface PrometheusSettings {
        /** http(s)://host:port/path of a Prometheus, or of a server with its query API. */
        Optional<String> address();

        /** Other addresses for some namespaces, one {@code namespace=address} per line. */
        Optional<String> namespaces();

        /** Headers for requests to the shared address, one {@code Name: value} per line. */
        Optional<String> headers();

        /** A folder with any of ca.crt, token, username and password, and of namespace.token and so on. */
        Optional<Path> credentials();
    }

    /** The identity of this replica. */
    interface OwnPod {
        /** The Service of the operator; absent if it runs outside the cluster. */
        Optional<String> service();

        /** The headless Service of all replicas, whose name leads to each pod; absent outside the cluster. */
        Optional<String> replicas();

        @WithDefault("${POD_NAMESPACE:readygate}")
        String namespace();

        @WithDefault("${POD_NAME:${HOSTNAME:readygate}}")
        String name();
    }
}
