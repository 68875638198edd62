package dev.readygate.cli.cluster;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cli.plan.DeclaredDeployment;
import dev.readygate.cli.plan.ReportedDeployment;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The requests of one command to the API server, in one namespace. */
public final class Session implements AutoCloseable {
    private static final String MANAGER = "kubectl-readygate";

    private final QuickHttp http;
    private final KubernetesClient client;
    private final String namespace;

    private Session(QuickHttp http, KubernetesClient client, String namespace) {
        this.http = http;
        this.client = client;
        this.namespace = namespace;
    }

    public static Session open(ClusterOptions where) {
        return open(where, _ -> {});
    }

    public static Session open(ClusterOptions where, Consumer<Config> further) {
        var config = Connection.config(where);
        further.accept(config);
        var http = new QuickHttp();
        return new Session(http, Connection.open(config, http), Connection.namespace(where, config));
    }

    public KubernetesClient client() {
        return client;
    }

    public String namespace() {
        return namespace;
    }

    public ReportedDeployment known(String name) {
        return known(deployment(name));
    }

    public ReportedDeployment known(GenericKubernetesResource deployment) {
        var declared = ObjectReader.declared(deployment);
        var report = client.resources(ReadinessReport.class)
                .inNamespace(namespace)
                .withName(declared.name().deployment())
                .get();
        return known(declared, Optional.ofNullable(report));
    }

    /** Ignores the report of a deleted Deployment of the same name. */
    static ReportedDeployment known(DeclaredDeployment declared, Optional<ReadinessReport> report) {
        return new ReportedDeployment(
                declared,
                report.filter(it -> ObjectReader.isOwnedBy(it, declared.uid())).map(ReadinessReport::getStatus));
    }

    public GenericKubernetesResource deployment(String name) {
        var found = named(RawKinds.DEPLOYMENT, name).get();
        if (found == null) {
            throw new QueryFailed("there is no Deployment %s in namespace %s".formatted(name, namespace));
        }
        return found;
    }

    public Optional<ReadinessReportStatus> status(String name) {
        return known(name).report();
    }

    /** The report of a governed Deployment. */
    public ReadinessReportStatus reported(String name) {
        return status(name)
                .orElseThrow(() -> new QueryFailed(
                        "nothing is reported of %s in namespace %s: no policy meets it".formatted(name, namespace)));
    }

    public List<GenericKubernetesResource> all(ResourceDefinitionContext kind) {
        return in(kind).list().getItems();
    }

    public Resource<GenericKubernetesResource> named(ResourceDefinitionContext kind, String name) {
        return in(kind).withName(name);
    }

    public NonNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            in(ResourceDefinitionContext kind) {
        return client.genericKubernetesResources(kind).inNamespace(namespace);
    }

    /** Sets the field manager, so that managedFields name this tool. */
    public static PatchContext patching(PatchType type) {
        return new PatchContext.Builder()
                .withPatchType(type)
                .withFieldManager(MANAGER)
                .build();
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
