package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects of other tools that name a Deployment. Their kinds are installed while the operator runs. */
@ExtendWith(ClusterExtension.class)
class OtherRolloutsIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release WORSE = Release.sick("v3");

    /** A kind, and how its objects name the Deployment cart. */
    private enum Tool {
        ArgoRollouts("argoproj.io", "v1alpha1", "Rollout", "rollouts", "workloadRef: "),
        Flagger("flagger.app", "v1beta1", "Canary", "canaries", "targetRef: "),
        Kruise("rollouts.kruise.io", "v1beta1", "Rollout", "rollouts", "workloadRef: "),
        OlderKruise("rollouts.kruise.io", "v1alpha1", "Rollout", "rollouts", "objectRef: {workloadRef: ");

        private final String group;
        private final String version;
        private final String kind;
        private final String plural;
        private final String field;

        Tool(String group, String version, String kind, String plural, String field) {
            this.group = group;
            this.version = version;
            this.kind = kind;
            this.plural = plural;
            this.field = field;
        }

        String resource() {
            return plural + "." + group;
        }

        /** Both versions of a kind have one definition. */
        String definition() {
            var versions = this == Kruise || this == OlderKruise ? List.of("v1alpha1", "v1beta1") : List.of(version);
            var served = versions.stream().map(it -> VERSION.formatted(it, it.equals(versions.getLast())));
            return DEFINITION.formatted(
                    resource(), group, kind, plural, kind.toLowerCase(Locale.ROOT), String.join("", served.toList()));
        }

        String object() {
            return OBJECT.formatted(group, version, kind, field, field.contains("{") ? "}" : "");
        }
    }

    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: %s}
            spec:
              group: %s
              names: {kind: %s, plural: %s, singular: %s}
              scope: Namespaced
              versions:
            %s""";

    private static final String VERSION = """
              - name: %s
                served: true
                storage: %s
                subresources: {status: {}}
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;

    private static final String OBJECT = """
            apiVersion: %s/%s
            kind: %s
            metadata: {name: release}
            spec: {%s{apiVersion: apps/v1, kind: Deployment, name: cart}%s}
            """;

    @BeforeAll
    static void install(Cluster cluster) {
        for (var tool : Tool.values()) {
            cluster.apply(tool.definition());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatItRollsOutIsOnlyScored(Tool tool, Namespace shop) {
        var cart = shop.governed("cart", V1);
        Awaitility.await("the kind to be served").untilAsserted(() -> shop.apply(tool.object()));
        cart.release(SICK).waitUntilWithdrawn();

        written(shop, tool, "{\"phase\": \"Progressing\"}");

        cart.waitUntil("to be let go", it -> it.isSaidToBe("ManagedElsewhere"));
        assertThat(cart).isLeftAlone();
        assertThat(cart.bookLine()).isEmpty();
        cart.release(WORSE).waitUntil("to serve", it -> it.readyPodsOf(WORSE) == 3);
    }

    @Test
    void aKindThatIsRemovedGatesAgain(Namespace shop) {
        var cart = shop.governed("cart", V1);
        Awaitility.await("the kind to be served").untilAsserted(() -> shop.apply(Tool.Flagger.object()));
        written(shop, Tool.Flagger, "{\"phase\": \"Initialized\"}");
        cart.waitUntil("to be let go", it -> it.isSaidToBe("ManagedElsewhere"));

        shop.cluster().run("kubectl", "delete", "crd", Tool.Flagger.resource());
        try {
            cart.waitUntil("to be governed again", it -> !it.isSaidToBe("ManagedElsewhere"));
            shop.healthPolicy().waitUntilEnforced();
            cart.release(SICK).waitUntilWithdrawn();
        } finally {
            shop.cluster().apply(Tool.Flagger.definition());
        }
    }

    private static void written(Namespace shop, Tool tool, String status) {
        shop.cluster()
                .run(
                        "kubectl",
                        "patch",
                        tool.resource(),
                        "release",
                        "--namespace",
                        shop.name(),
                        "--subresource=status",
                        "--type=merge",
                        "--patch",
                        "{\"status\": " + status + "}");
    }
}
