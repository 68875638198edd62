package dev.readygate.api.v1alpha1;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out a client for the cluster of {@code -Dreadygate.test.kubeconfig=FILE}, closed after the last test. */
final class ClusterUnderTest implements ParameterResolver {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(ClusterUnderTest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KubernetesClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(STORE)
                .computeIfAbsent("client", ignored -> connect(), KubernetesClient.class);
    }

    private static KubernetesClient connect() {
        var file = System.getProperty("readygate.test.kubeconfig");
        if (file == null) {
            throw new IllegalStateException("name a cluster: -Dreadygate.test.kubeconfig=FILE");
        }
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(new File(file)))
                .build();
    }
}
