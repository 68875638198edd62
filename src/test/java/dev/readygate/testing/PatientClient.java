package dev.readygate.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.ObjectLimits;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Clients for tests: on a busy machine an API server may need longer for an answer than the client's default. */
final class PatientClient {
    private static final int LONGEST_REQUEST = (int) Duration.ofMinutes(5).toMillis();

    private PatientClient() {}

    static KubernetesClient of(Path kubeconfig) {
        return client(kubeconfig, new KubernetesSerialization());
    }

    /** Some tests make objects so deep that a watch without the operator's limits ends. */
    static KubernetesClient readingDeepObjects(Path kubeconfig) {
        var mapper = new ObjectMapper();
        ObjectLimits.readDeepObjects(mapper);
        return client(kubeconfig, new KubernetesSerialization(mapper, true));
    }

    private static KubernetesClient client(Path kubeconfig, KubernetesSerialization serialization) {
        try {
            var config = Config.fromKubeconfig(Files.readString(kubeconfig));
            config.setRequestTimeout(LONGEST_REQUEST);
            return new KubernetesClientBuilder()
                    .withConfig(config)
                    .withKubernetesSerialization(serialization)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
