package dev.readygate.cli.check;

import static dev.readygate.cli.check.ManifestSamples.CART;
import static dev.readygate.cli.check.ManifestSamples.answer;
import static dev.readygate.cli.check.ManifestSamples.asking;
import static dev.readygate.cli.check.ManifestSamples.check;
import static dev.readygate.cli.check.ManifestSamples.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void eachOfTwoDeploymentsOfOneNameIsJudged() {
        var outcomes = check(
                CART,
                CART.replace("spec:\n  selector", "spec:\n  replicas: 2\n  selector"),
                asking("{expression: object.spec.replicas == 2}"));

        assertThat(outcomes.deployments())
                .extracting(
                        it -> it.place().document(),
                        it -> it.answers().getFirst().finding().outcome())
                .containsExactly(tuple(1, Outcome.Fail), tuple(2, Outcome.Pass));
        assertThat(outcomes.notes())
                .contains("Deployment cart is given 2 times, and each was judged; in one apply the last would count:"
                        + " app.yaml, document 1, line 1; app.yaml, document 2, line 13");
    }

    @Test
    void ofTwoRelatedObjectsOfOneNameTheLaterCounts() {
        holds("pdbs[0].spec.maxUnavailable == 2", CART, budget("maxUnavailable: 1"), budget("maxUnavailable: 2"));
    }

    private static String budget(String spec) {
        return "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {selector: {}, %s}}"
                .formatted(spec);
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
        assertThat(notJudged(broken))
                .isEqualTo("app.yaml, document 1, line 1: Deployment cart has no spec.template.spec.containers");
    }

    private static String notJudged(String broken) {
        var finding = answer(check(broken), "manifest").finding();
        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        return finding.message();
    }

    @Test
    void oneThatIsMisshapenEndsNothing() {
        var outcomes = check(
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: broken}}",
                CART,
                asking("{expression: object.metadata.name == 'cart'}"));

        assertThat(outcomes.deployments())
                .extracting(
                        it -> it.name().deployment(),
                        it -> it.answers().getFirst().finding().outcome())
                .containsExactly(tuple("broken", Outcome.Error), tuple("cart", Outcome.Pass));
        assertThat(outcomes.fails(FailureLimit.blocking)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "labels: {app: cart}} "   | "labels: {app: 1}} "                          | "Deployment cart: metadata.labels.app is no text: put its value in quotes"
            "  selector:"             | "  strategy: Recreate\n  selector:"          | "Deployment cart: spec.strategy is no object"
            """)
    void aDeploymentIsShapedLikeOne(String written, String otherwise, String sentence) {
        var broken = CART.replace(written.strip(), otherwise.strip().replace("\\n", "\n"));

        assertThat(notJudged(broken)).isEqualTo("app.yaml, document 1, line 1: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {matchExpressions: [{key: app, operator: Like, values: [cart]}]}
            {matchExpressions: cart}
            """)
    void anInvalidSelectorIsNamed(String selector) {
        var budget = "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {selector: %s}}"
                .formatted(selector);

        assertThat(check(CART, budget).notes())
                .contains(
                        "app.yaml, document 2, line 13: PodDisruptionBudget a: what it selects cannot be told: left out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {app: crat}}}"                                                    | true
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {app: cart}}}"                                                    | false
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {app: other}}}"                                                   | false
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {externalName: example.org}}"                                                | false
            "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {kind: Deployment, name: crat}}}" | true
            "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {kind: Rollout, name: crat}}}"  | false
            "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {matchLabels: {app: crat}}}}"           | true
            "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {}}}"                                  | false
            """)
    void whatLeadsToNothingIsNoted(String related, boolean noted) {
        var other =
                "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: o}, spec: {template: {metadata: {labels: {app: other}}}}}";

        assertThat(check(CART, other, related).notes())
                .filteredOn(it -> it.contains("it leads to nothing in this input"))
                .hasSize(noted ? 1 : 0);
    }

    @Test
    void replicasThatAnAutoscalerSetsAreNoted() {
        var scaler =
                "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {scaleTargetRef: {kind: Deployment, name: cart}}}";
        var fixed = CART.replace("spec:\n  selector", "spec:\n  replicas: 2\n  selector");

        assertThat(check(CART, scaler).notes()).noneMatch(it -> it.contains("scales it"));
        assertThat(check(fixed, scaler).notes())
                .contains(
                        "app.yaml, document 1, line 1: Deployment cart: it has replicas, and HorizontalPodAutoscaler a"
                                + " scales it: each apply resets what was scaled; leave replicas out");
    }

    @Test
    void theDeprecatedFieldIsNoted() {
        assertThat(check(CART.replace("    spec:\n", "    spec:\n      serviceAccount: cart\n"))
                        .notes())
                .contains("app.yaml, document 1, line 1: Deployment cart: serviceAccount is deprecated: write"
                        + " serviceAccountName");
    }
}
