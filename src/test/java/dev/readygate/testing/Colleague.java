package dev.readygate.testing;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A user with rights in one namespace, usually those of its admin, who writes in their own name. */
public final class Colleague {
    private final Namespace namespace;
    private final String user;
    private final KubernetesClient client;

    private Colleague(Namespace namespace, String user, String... groups) {
        this.namespace = namespace;
        this.user = user;
        this.client = namespace
                .client()
                .newClient(new RequestConfigBuilder()
                        .withImpersonateUsername(user)
                        .withImpersonateGroups(groups)
                        .build())
                .adapt(KubernetesClient.class);
    }

    static Colleague in(Namespace namespace, String user, String... groups) {
        return with("admin", namespace, user, groups);
    }

    static Colleague with(String clusterRole, Namespace namespace, String user, String... groups) {
        var colleague = new Colleague(namespace, user, groups);
        colleague.bindTo(clusterRole);
        return colleague;
    }

    private void bindTo(String clusterRole) {
        var binding = new RoleBindingBuilder()
                .withNewMetadata()
                .withName(user)
                .withNamespace(namespace.name())
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", clusterRole)
                .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                .build();
        namespace.client().resource(binding).createOr(it -> it.update());
        Rights.await(
                client,
                new ResourceAttributesBuilder()
                        .withNamespace(namespace.name())
                        .withVerb("patch")
                        .withGroup("apps")
                        .withResource("deployments")
                        .build());
    }

    /** For other requests. */
    public KubernetesClient client() {
        return client;
    }

    public Colleague states(String name, String spec) {
        return creates("ReadinessEvidence", name, spec);
    }

    public Colleague waives(String name, String spec) {
        return creates("ReadinessWaiver", name, spec);
    }

    public Colleague applies(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace.name())
                .forceConflicts()
                .serverSideApply();
        return this;
    }

    public Colleague releases(App app, Release release) {
        app.release(release, client);
        return this;
    }

    /** Replaces the whole template by this one. */
    public Colleague declares(App app, PodTemplateSpec template) {
        client.apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName(app.name())
                .patch(
                        PatchContext.of(PatchType.JSON),
                        "[{\"op\":\"replace\",\"path\":\"/spec/template\",\"value\":%s}]"
                                .formatted(client.getKubernetesSerialization().asJson(template)));
        return this;
    }

    /** As with kubectl. */
    public Colleague annotates(App app, String name, String value) {
        var patch = "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}".formatted(name, value);
        client.apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName(app.name())
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        return this;
    }

    private Colleague creates(String kind, String name, String spec) {
        var yaml = """
                apiVersion: readygate.dev/v1alpha1
                kind: %s
                metadata: {name: %s}
                spec: %s
                """.formatted(kind, name, spec);
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace.name())
                .create();
        return this;
    }
}
