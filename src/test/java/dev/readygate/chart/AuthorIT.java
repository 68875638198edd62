package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NamespaceableResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy readygate-author on a real API server, and the rights to write evidence and waivers. */
@ExtendWith(ClusterExtension.class)
class AuthorIT {
    private GovernedNamespace shop;
    private NamespaceUsers people;

    @BeforeEach
    void open(Cluster cluster) {
        shop = new GovernedNamespace(cluster);
        people = new NamespaceUsers(shop);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "by: {}",
                "by: {user: root}",
                "by: {groups: [release-managers]}",
                "by: {user: root, groups: [release-managers, 'system:masters']}",
            })
    void isTheUserThatSentIt(String claim) {
        var ann = people.withRole("ann", "edit");
        assertThat(authorOf(create(ann, evidence(claim)))).isEqualTo(ann("ann", "team-ann", "system:authenticated"));
    }

    @Test
    void isTheUserThatSentItAlsoByServerSideApply() {
        var ann = people.withRole("ann", "edit");
        var applied = await("the rights to spread")
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .until(() -> parsed(ann, evidence("by: {user: root}")).serverSideApply(), it -> true);
        assertThat(authorOf(applied)).containsEntry("user", "ann");
    }

    @Test
    void ofAWaiverIsStampedToo() {
        var adam = people.withRole("adam", "admin");
        assertThat(authorOf(create(adam, waiver("by: {user: root}")))).containsEntry("user", "adam");
    }

    @Test
    void stampsNothingWhereTheSchemaHasMoreToSay() {
        assertThatThrownBy(() -> parsed(shop.admin(), evidence("").replaceAll("(?s)spec:.*", ""))
                        .create())
                .hasMessageContaining("spec: Required value");
    }

    @Test
    void needsMoreThanTheRightToEditForAWaiver() {
        var ann = people.withRole("ann", "edit");
        create(ann, evidence(""));
        assertThatThrownBy(() -> parsed(ann, waiver("")).create())
                .hasMessageContaining("cannot create resource \"readinesswaivers\"");
    }

    @Test
    void needsTheRightToEditForEvidence() {
        var vera = people.withRole("vera", "view");
        assertThatThrownBy(() -> parsed(vera, evidence("")).create())
                .hasMessageContaining("cannot create resource \"readinessevidences\"");
    }

    private static Map<String, Object> ann(String user, String... groups) {
        return Map.of("user", user, "groups", List.of(groups));
    }

    private static Map<String, Object> authorOf(HasMetadata created) {
        return ((GenericKubernetesResource) created).get("spec", "by");
    }

    /** The authorizer sees a new binding only a moment later. */
    private HasMetadata create(KubernetesClient who, String manifest) {
        return await("the rights to spread")
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .until(() -> parsed(who, manifest).create(), it -> true);
    }

    private NamespaceableResource<GenericKubernetesResource> parsed(KubernetesClient who, String manifest) {
        var object = new KubernetesSerialization().unmarshal(manifest, GenericKubernetesResource.class);
        object.getMetadata().setNamespace(shop.name());
        return who.resource(object);
    }

    private static String evidence(String by) {
        return """
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessEvidence
                metadata: {name: tests}
                spec:
                  type: unit-tests
                  about: {deployment: cart}
                  outcome: Pass
                  %s
                """.formatted(by);
    }

    private static String waiver(String by) {
        return """
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessWaiver
                metadata: {name: known}
                spec:
                  check: healthy
                  deployment: cart
                  reason: the endpoint comes with the next release
                  expires: "2099-01-01T00:00:00Z"
                  %s
                """.formatted(by);
    }
}
