package dev.readygate.testing;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One cluster for all tests of this JVM, and a namespace for each test. A test asks for what it needs by the types of
 * its parameters: {@link Cluster}, {@link KubernetesClient}, or a {@link Namespace} with a running operator.
 */
public final class ClusterExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(ClusterExtension.class);
    private static final Set<Class<?>> OFFERED = Set.of(Cluster.class, KubernetesClient.class, Namespace.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return OFFERED.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var wanted = parameter.getParameter().getType();
        if (wanted == Cluster.class) {
            return cluster(context);
        }
        return wanted == KubernetesClient.class ? cluster(context).client() : namespace(context);
    }

    private static Namespace namespace(ExtensionContext context) {
        var cluster = cluster(context);
        cluster.operator().ensureRunning();
        return context.getStore(STORE).computeIfAbsent(Namespace.class, _ -> cluster.namespace(), Namespace.class);
    }

    private static Cluster cluster(ExtensionContext context) {
        return context.getRoot().getStore(STORE).computeIfAbsent(Cluster.class, _ -> Cluster.start(), Cluster.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var namespace = context.getStore(STORE).get(Namespace.class, Namespace.class);
        if (namespace != null) {
            namespace.delete();
        }
    }
}
