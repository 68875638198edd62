package dev.readygate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
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

    AdmissionSettings admission();

    Probes probes();

    Checks checks();

    RetentionSettings retention();

    PrometheusSettings prometheus();

    OwnPod pod();

    interface AdmissionSettings {
        /** How many admission policies may be made of policies with manifest checks at gate Admit. */
        @WithDefault("100")
        int places();
    }

    interface Probes {
        /** Whether policies may name addresses of the machine the operator runs on. Pods are asked wherever they are. */
        @WithDefault("false")
        boolean allowLoopback();

        /** Networks that policies may name addresses of although they are not ordinary: 169.254.20.0/24, 127.0.0.53. */
        Optional<List<String>> allowedNetworks();

        /** Networks that neither URLs nor Services may lead to, whatever else is allowed. */
        Optional<List<String>> deniedNetworks();

        /** Whether policies may name addresses at all. */
        @WithDefault("true")
        boolean urls();

        /** How many samples are taken for one namespace each second; what is more than that is not asked. */
        @WithDefault("500")
        int samplesPerSecond();

        /** Names that may lead to any address but the API server's and the operator's own. */
        Optional<List<String>> allowedHosts();
    }

    /** What checks may make use of. Each goes with a right that the chart gives or does not give. */
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

        /** Namespaces whose reports checks in any other namespace may ask what is verified there. */
        Optional<List<String>> verifiedNamespaces();
    }

    /** For how long what people and pipelines stated stays in the cluster. */
    interface RetentionSettings {
        /** Whether anything is removed. Goes with a right that the chart gives or does not give. */
        @WithDefault("true")
        boolean enabled();

        /** How many pieces of evidence of one type stay, from one author about one Deployment or image. */
        @WithDefault("100")
        int newest();

        /** How long evidence and waivers stay after they expired. */
        @WithDefault("30d")
        Duration keepFor();
    }

    /** Whom metric, slo and compare checks ask. */
    interface PrometheusSettings {
        /** http(s)://host:port/path of a Prometheus, or of what speaks its query API. */
        Optional<String> address();

        /** Other addresses for some namespaces, one {@code namespace=address} a line. */
        Optional<String> namespaces();

        /** Headers to send along to the address of all, one {@code Name: value} a line. */
        Optional<String> headers();

        /** A folder with any of ca.crt, token, username and password, and of namespace.token and so on. */
        Optional<Path> credentials();
    }

    /** Where and which of several replicas this is. */
    interface OwnPod {
        /** The Service in front of the operator; none is in front of one that runs outside the cluster. */
        Optional<String> service();

        @WithDefault("${POD_NAMESPACE:readygate}")
        String namespace();

        @WithDefault("${POD_NAME:${HOSTNAME:readygate}}")
        String name();
    }
}
