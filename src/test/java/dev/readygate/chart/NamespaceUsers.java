package dev.readygate.chart;

import dev.readygate.testing.Rights;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Users of one namespace, with rights of their own. */
record NamespaceUsers(GovernedNamespace shop) {

    /** With one of the ClusterRoles that every cluster has, in this namespace. */
    KubernetesClient withRole(String user, String clusterRole) {
        bind(user, "ClusterRole", clusterRole);
        return known(shop.as(user, "team-" + user), "get");
    }

    /** With rights on all of Readygate's kinds that RBAC alone would let pass. */
    KubernetesClient withVerbs(String user, String... verbs) {
        var role = new RoleBuilder()
                .withNewMetadata()
                .withName(user)
                .withNamespace(shop.name())
                .endMetadata()
                .withRules(onOurKinds(verbs))
                .build();
        shop.admin().resource(role).create();
        bind(user, "Role", user);
        return known(shop.as(user, "team-" + user), List.of(verbs).getFirst());
    }

    private KubernetesClient known(KubernetesClient client, String verb) {
        Rights.await(
                client,
                new ResourceAttributesBuilder()
                        .withNamespace(shop.name())
                        .withVerb(verb)
                        .withGroup("readygate.dev")
                        .withResource("gatebooks")
                        .build());
        return client;
    }

    /** Cluster admin by a role, as on clusters without users in {@code system:masters}. */
    KubernetesClient clusterAdmin(String user) {
        var binding = new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(shop.name() + "-" + user)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                .build();
        shop.admin().resource(binding).create();
        return known(shop.as(user), "delete");
    }

    private static PolicyRule onOurKinds(String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups("readygate.dev")
                .withResources(List.of("gatebooks", "readinessreports", "readinessreports/status"))
                .withVerbs(verbs)
                .build();
    }

    private void bind(String user, String kind, String role) {
        var binding = new RoleBindingBuilder()
                .withNewMetadata()
                .withName(user)
                .withNamespace(shop.name())
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", kind, role)
                .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                .build();
        shop.admin().resource(binding).create();
    }
}
