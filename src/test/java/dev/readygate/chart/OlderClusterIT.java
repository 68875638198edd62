package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readygate.testing.Cluster;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart on clusters without mutating policies, from its installation to its removal. */
@TestMethodOrder(OrderAnnotation.class)
class OlderClusterIT {
    private static Cluster cluster;

    @BeforeAll
    static void install() {
        cluster = Cluster.startBare(List.of());
        cluster.run(
                "helm",
                "install",
                "readygate",
                "helm/readygate",
                "--namespace=readygate",
                "--create-namespace",
                "--set=replicaCount=0,admission.mutating=off,crds.keep=false");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"by: {user: root}", "by: {groups: [release-managers]}"})
    void refusesAFalseAuthor(String claim) {
        var shop = new GovernedNamespace(cluster);
        await("the policy to be active")
                .untilAsserted(
                        () -> assertThatThrownBy(() -> shop.kubectlWith(evidence(claim), "create", "--dry-run=server"))
                                .hasMessageContaining("spec.by must be the author: set spec.by.user to \"admin\""));
    }

    @Test
    void takesATrueAuthorAndNone() {
        var shop = new GovernedNamespace(cluster);
        shop.kubectlWith(evidence("by: {user: admin, groups: ['system:masters']}"), "create");
        shop.kubectlWith(evidence(""), "create");
    }

    @Test
    void warnsAtAHeldDeployment() {
        var shop = new GovernedNamespace(cluster);
        shop.kubectlWith(ChartManifests.cart("2"), "apply");
        var uid = shop.kubectl("get", "deployment/cart", "-o", "jsonpath={.metadata.uid}");
        shop.write("cart", uid + "|serve|aaa|" + HeldDeployment.WHY);
        shop.kubectl("annotate", "deployment/cart", "readygate.dev/held=why");
        await("the warning")
                .untilAsserted(() -> assertThat(
                                shop.kubectl("annotate", "deployment/cart", "--overwrite", "at=" + System.nanoTime()))
                        .contains("Deployment cart stays paused, because Readygate holds back revision 5d8f7c"));
    }

    /** Deletes policies first, then the kinds with all their objects; no deletion waits for another. */
    @Test
    @Order(Integer.MAX_VALUE)
    void leavesNothingBehind() {
        var shop = new GovernedNamespace(cluster);
        shop.write("cart", "uid|serve|aaa|");
        shop.kubectlWith(evidence(""), "create");

        cluster.run("helm", "uninstall", "readygate", "--namespace=readygate", "--wait", "--timeout=5m");

        await("the kinds to go")
                .untilAsserted(
                        () -> assertThat(cluster.run("kubectl", "get", "crd")).doesNotContain("readygate.dev"));
        assertThat(cluster.run("kubectl", "get", "validatingadmissionpolicy,clusterrole"))
                .doesNotContain("readygate");
    }

    private static String evidence(String by) {
        return """
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessEvidence
                metadata: {generateName: tests-}
                spec:
                  type: unit-tests
                  about: {deployment: cart}
                  outcome: Pass
                  %s
                """.formatted(by);
    }
}
