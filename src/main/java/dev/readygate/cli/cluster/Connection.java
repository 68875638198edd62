package dev.readygate.cli.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.YamlDumpSettingsBuilder;
import java.nio.file.Files;
import java.util.Optional;

/** Makes a client from kubectl's flags, without the parts that are slow to start. */
final class Connection {
    /**
     * Few, so that a command soon says that it cannot reach the API server: the client's default would take minutes.
     */
    private static final int RETRIES = 2;

    /** An API server that has taken the request may be slow; kubectl waits for it without end. */
    private static final int LONGEST_REQUEST = 60_000;

    private Connection() {}

    static Config config(ClusterOptions where) {
        where.kubeconfig().ifPresent(it -> {
            if (!Files.isReadable(it)) {
                throw new QueryFailed("there is no kubeconfig %s that can be read".formatted(it));
            }
            System.setProperty(Config.KUBERNETES_KUBECONFIG_FILE, it.toString());
        });
        var config = Config.autoConfigure(where.context().orElse(null));
        var found = Optional.ofNullable(config.getCurrentContext()).map(NamedContext::getName);
        where.context().filter(it -> !found.equals(Optional.of(it))).ifPresent(it -> {
            throw new QueryFailed(
                    "the kubeconfig has no context %s; kubectl config get-contexts lists them".formatted(it));
        });
        config.setRequestRetryBackoffLimit(RETRIES);
        config.setRequestTimeout(LONGEST_REQUEST);
        config.setHttp2Disable(true);
        skipJavasAuthorities(config);
        return config;
    }

    /**
     * Java's own certificate authorities take long to read. Like kubectl, the command skips them if the kubeconfig has
     * one.
     */
    private static void skipJavasAuthorities(Config config) {
        if (config.getCaCertData() != null || config.getCaCertFile() != null) {
            System.setProperty("javax.net.ssl.trustStore", "none");
        }
    }

    static KubernetesClient open(Config config, QuickHttp http) {
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(http)
                .withKubernetesSerialization(form())
                .build();
    }

    /** Does not search the class path for kinds. */
    private static KubernetesSerialization form() {
        var plain = new YamlDumpSettingsBuilder().setMinimizeQuotes(true).build();
        return new KubernetesSerialization(new ObjectMapper(), false, plain);
    }

    static String namespace(ClusterOptions where, Config config) {
        return where.namespace()
                .or(() -> Optional.ofNullable(config.getNamespace()))
                .orElse("default");
    }
}
