package dev.readygate.cli.check;

import static dev.readygate.cli.check.ManifestSamples.CART;
import static dev.readygate.cli.check.ManifestSamples.check;
import static dev.readygate.cli.check.ManifestSamples.only;
import static dev.readygate.cli.check.ManifestSamples.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBookTest {
    private static final String OF_SHOP = CART.replace("name: cart,", "name: cart, namespace: shop,");

    private static String ofTheCluster(String namespaces) {
        return """
                apiVersion: readygate.dev/v1alpha1
                kind: ClusterReadinessPolicy
                metadata: {name: all}
                spec:
                  namespaceSelector: %s
                  selector: {matchLabels: {app: cart}}
                  checks: [{name: of-the-cluster, manifest: {expression: "true"}}]
                """.formatted(namespaces);
    }

    private static boolean isAsked(String check, String... documents) {
        return only(check(documents)).answers().stream()
                .anyMatch(it -> it.policy().check().equals(check));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                            | true
            {matchLabels: {kubernetes.io/metadata.name: shop}}            | true
            {matchLabels: {kubernetes.io/metadata.name: other}}           | false
            {matchLabels: {tier: prod}}                                   | true
            {matchLabels: {tier: test}}                                   | false
            """)
    void aClusterPolicyMeetsNamespacesByTheirLabels(String selector, boolean meets) {
        var shop = "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {tier: prod}}}";
        var other = "{apiVersion: v1, kind: Namespace, metadata: {name: other, labels: {tier: test}}}";

        assertThat(isAsked("of-the-cluster", OF_SHOP, ofTheCluster(selector), shop, other))
                .isEqualTo(meets);
    }

    @Test
    void ofANamespaceThatIsNotGivenOnlyTheNameIsKnown() {
        assertThat(isAsked("of-the-cluster", OF_SHOP, ofTheCluster("{matchLabels: {tier: prod}}")))
                .isFalse();
        assertThat(isAsked(
                        "of-the-cluster", CART, ofTheCluster("{matchLabels: {kubernetes.io/metadata.name: default}}")))
                .isTrue();
    }

    @Test
    void aPolicyMeetsItsOwnNamespaceOnly() {
        var own = policy("{selector: {}, checks: [{name: own, manifest: {expression: 'true'}}]}");

        assertThat(isAsked("own", CART, own)).isTrue();
        assertThat(isAsked("own", OF_SHOP, own)).isFalse();
        assertThat(isAsked("own", OF_SHOP, own.replace("name: posture", "name: posture, namespace: shop")))
                .isTrue();
    }

    @Test
    void theStandardsThatComeWithTheToolNeedNotBeGiven() {
        assertThat(isAsked("readiness-probe", CART, policy("{selector: {}, standards: [{name: deployment-review}]}")))
                .isTrue();
    }

    @Test
    void theClustersComeFirst() {
        var own = policy("{selector: {}, checks: [{name: own, manifest: {expression: 'true'}}]}");

        assertThat(only(check(CART, own, ofTheCluster("{}"))).answers())
                .extracting(it -> it.policy().check())
                .containsExactly("of-the-cluster", "own");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "{selector: {}, chekcs: [1]}"                                                  | there is no field spec.chekcs
            "{selector: {}, checks: [{name: a, manifest: {pakc: images}}]}"               | check a needs exactly one of expression, rules, pack, and has none
            "{selector: {}, checks: [{name: a, manifest: {pack: imges}}]}"                | spec.checks[0].manifest.pack: 'imges' is none of resources, probes, security, availability, images, pod-security, consistency
            "{selector: {}, checks: [{name: a, manifest: {pack: images, x: 1}}]}"         | there is no field spec.checks[0].manifest.x
            "{selector: {}, checks: [{name: a, manifest: {pack: images, rules: [{}]}}]}"  | check a needs exactly one of expression, rules, pack, and has rules and pack
            "{selector: {}, checks: [{name: a}]}"                                         | check a needs exactly one of http, tcp, grpc, metric, slo
            "{selector: {}, checks: [{http: {}}]}"                                        | a check has no name
            "{checks: [{name: a, http: {}}]}"                                             | spec: selector is missing
            "{selector: {}, checks: [{name: a, every: 5x, http: {}}]}"                    | "spec.checks[0].every: "
            "{selector: all, checks: [{name: a, http: {}}]}"                              | spec.selector: what is written there is of another kind
            """)
    void errorsOfTheApiServerAreErrorsHere(String spec, String sentence) {
        assertThatThrownBy(() -> check(CART, policy(spec)))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageStartingWith("app.yaml, document 2, line 13: ReadinessPolicy posture: " + sentence);
    }
}
