package dev.readygate.testing;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One cluster for all tests of this JVM, and a namespace for each test. A test asks for its resources by the types
 * of its parameters: {@link Cluster}, {@link KubernetesClient}, or a {@link Namespace} with a running operator. A
 * namespace requested before all tests of a class is shared by them.
 */
public final class ClusterExtension implements ParameterResolver {
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
        return context.getStore(STORE).computeIfAbsent(Namespace.class, _ -> freshOne(cluster), Namespace.class);
    }

    private static Namespace freshOne(Cluster cluster) {
        cluster.operator().ensureRunning();
        return cluster.namespace(Map.of());
    }

    private static Cluster cluster(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, STORE)
                .computeIfAbsent(Cluster.class, _ -> Cluster.start(), Cluster.class);
    }
}
