package dev.readygate.cli.check;

import static dev.readygate.cli.check.ManifestSamples.CART;
import static dev.readygate.cli.check.ManifestSamples.answer;
import static dev.readygate.cli.check.ManifestSamples.asking;
import static dev.readygate.cli.check.ManifestSamples.check;
import static dev.readygate.cli.check.ManifestSamples.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.facts.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedFilesTest {
    private static void holds(String expression, String... documents) {
        var all = new String[documents.length + 1];
        System.arraycopy(documents, 0, all, 1, documents.length);
        all[0] = asking("{expression: \"%s\"}".formatted(expression));
        var finding = answer(check(all), "it").finding();
        assertThat(finding.outcome())
                .as("%s: %s", expression, finding.message())
                .isEqualTo(Outcome.Pass);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {selector: {}}}"                                                      | pdbs.size() == 1
            "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a, namespace: other}, spec: {selector: {}}}"                                    | pdbs.size() == 0
            "{apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {selector: {}}}"                                                 | pdbs.size() == 0
            "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {kind: Deployment, name: cart}}}"            | hpas.size() == 1
            "{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {kind: Deployment, name: cart}}}"            | hpas[0].apiVersion == 'autoscaling/v2'
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {app: cart}}}"                                                                | services.size() == 1
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {app: till}}}"                                                                | services.size() == 0
            "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {}}}"                                              | networkPolicies.size() == 1
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default}, automountServiceAccountToken: false}"                                             | "!serviceAccount.automountServiceAccountToken"
            """)
    void relatedObjectsAreFoundInTheSameInput(String other, String expression) {
        holds(expression, CART, other);
    }

    @Test
    void theDefaultAccountIsThereAndNoOther() {
        holds("serviceAccount.metadata.name == 'default'", CART);
        holds("serviceAccount == {}", CART.replace("    spec:\n", "    spec:\n      serviceAccountName: cart\n"));
    }

    @Test
    void theNamespaceIsThatOfTheInput() {
        holds("object.metadata.namespace == 'default'", CART);
        assertThat(only(check(CART.replace("name: cart,", "name: cart, namespace: shop,")))
                        .name())
                .hasToString("shop/cart");
    }

    @Test
    void ofTwoUnderOneNameTheLaterCounts() {
        var outcomes = check(
                CART,
                CART.replace("spec:\n  selector", "spec:\n  replicas: 2\n  selector"),
                asking("{expression: object.spec.replicas == 2}"));

        assertThat(outcomes.deployments()).hasSize(1);
        assertThat(answer(outcomes, "it").finding().outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void fieldsThatOnlyToolsReadAreRemoved() {
        var exported = CART.replace("name: cart,", "name: cart, resourceVersion: '7',") + "status: {replicas: 1}\n";

        holds("!has(object.status) && !has(object.metadata.resourceVersion)", exported);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: cart}}
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: cart}, spec: {template: {spec: {containers: []}}}}
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: cart}, spec: {template: {spec: {containers: [cart]}}}}
            """)
    void aDeploymentHasContainers(String broken) {
        assertThatThrownBy(() -> check(broken))
                .isInstanceOf(UnreadableInput.class)
                .hasMessage("app.yaml, document 1, line 1: Deployment cart has no spec.template.spec.containers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "labels: {app: cart}} "   | "labels: {app: 1}} "                          | "Deployment cart: label app is no text: put its value in quotes"
            "  selector:"             | "  strategy: Recreate\n  selector:"          | "Deployment cart: strategy is no object"
            """)
    void aDeploymentIsShapedLikeOne(String written, String otherwise, String sentence) {
        var broken = CART.replace(written.strip(), otherwise.strip().replace("\\n", "\n"));

        assertThatThrownBy(() -> check(broken))
                .isInstanceOf(UnreadableInput.class)
                .hasMessage("app.yaml, document 1, line 1: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {matchExpressions: [{key: app, operator: Like, values: [cart]}]}
            {matchExpressions: cart}
            """)
    void anInvalidSelectorIsNamed(String selector) {
        var budget = "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {selector: %s}}"
                .formatted(selector);

        assertThatThrownBy(() -> check(CART, budget))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageEndingWith("PodDisruptionBudget a: what it selects cannot be told");
    }
}
