package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rights that the chart gives to the operator and to users: no more than they need, in every mode. */
@ExtendWith(ClusterExtension.class)
class RightsIT {
    private static final String NAMESPACED = "watchNamespaces={shop,billing}";
    private static final String EVERYTHING =
            "admission.mutating=on,replicaCount=3,serviceMonitor.enabled=true,networkPolicy.enabled=true";

    private final Helm helm;

    RightsIT(Cluster cluster) {
        this.helm = new Helm(cluster);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admission.mutating=on", NAMESPACED, EVERYTHING, "admission.enabled=false"})
    void areNamedOneByOne(String values) {
        assertThat(helm.render(values).rightsOfTheOperator())
                .isNotEmpty()
                .allSatisfy(
                        it -> assertThat(it.verb() + it.group() + it.resource()).doesNotContain("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admission.mutating=on", NAMESPACED, EVERYTHING})
    void cannotBeTurnedIntoMore(String values) {
        var rights = helm.render(values).rightsOfTheOperator();
        assertThat(rights).extracting(Right::verb).doesNotContain("impersonate", "escalate", "bind");
        assertThat(rights)
                .extracting(Right::resource)
                .doesNotContain("configmaps", "pods/exec", "serviceaccounts/token", "nodes");
    }

    @Test
    void reachSecretsOnlyByNameAndOnlyIfChecksMayUseThem() {
        assertThat(helm.render("admission.mutating=on").rightsOfTheOperator())
                .filteredOn(it -> it.resource().equals("secrets"))
                .extracting(Right::verb)
                .containsExactly("get");
        assertThat(helm.render("admission.mutating=on,checks.secrets=false").rightsOfTheOperator())
                .noneMatch(it -> it.resource().equals("secrets"));
    }

    @Test
    void allowOnlyTheWritesOfTheOperator() {
        assertThat(helm.render("admission.mutating=on").rightsOfTheOperator())
                .filteredOn(it -> !it.isReading())
                .extracting(it -> it.verb() + " " + it.resource())
                .containsExactlyInAnyOrder(
                        "patch deployments",
                        "patch replicasets",
                        "delete replicasets",
                        "patch pods/status",
                        "create pods",
                        "create deployments",
                        "create validatingadmissionpolicies",
                        "patch validatingadmissionpolicies",
                        "delete validatingadmissionpolicies",
                        "create validatingadmissionpolicybindings",
                        "patch validatingadmissionpolicybindings",
                        "delete validatingadmissionpolicybindings",
                        "delete readinessevidences",
                        "delete readinesswaivers",
                        "create jobs",
                        "delete jobs",
                        "create events",
                        "patch events",
                        "update readinesspolicies/status",
                        "patch readinesspolicies/status",
                        "update clusterreadinesspolicies/status",
                        "patch clusterreadinesspolicies/status",
                        "update readinessreports/status",
                        "patch readinessreports/status",
                        "create gatebooks",
                        "create readinessreports",
                        "update gatebooks",
                        "update readinessreports",
                        "patch gatebooks",
                        "patch readinessreports",
                        "delete gatebooks",
                        "delete readinessreports",
                        "create leases",
                        "update leases",
                        "patch leases");
    }

    @Test
    void includeJobsAndLogsOnlyIfChecksMayUseThem() {
        assertThat(helm.render("admission.mutating=on,checks.jobLogs=false").rightsOfTheOperator())
                .extracting(Right::resource)
                .contains("jobs")
                .doesNotContain("pods/log");
        assertThat(helm.render("admission.mutating=on,checks.jobs=false").rightsOfTheOperator())
                .extracting(Right::resource)
                .doesNotContain("jobs", "pods/log");
    }

    @Test
    void includeDeletingEvidenceAndWaiversOnlyIfTheyAreNotKeptForEver() {
        assertThat(helm.render("admission.mutating=on,retention.enabled=false").rightsOfTheOperator())
                .filteredOn(
                        it -> Set.of("readinessevidences", "readinesswaivers").contains(it.resource()))
                .extracting(Right::verb)
                .containsOnly("get", "list", "watch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admission.mutating=on", NAMESPACED})
    void ofObjectsAroundADeploymentAllowReadingOnly(String values) {
        var around = Set.of(
                "services", "serviceaccounts", "poddisruptionbudgets", "horizontalpodautoscalers", "networkpolicies");
        assertThat(helm.render(values).rightsOfTheOperator())
                .filteredOn(it -> around.contains(it.resource().split("/")[0]))
                .allMatch(Right::isReading)
                .extracting(Right::resource)
                .containsAll(around);
    }

    /** Without the policy that limits it to dry-runs this right must not exist. */
    @ParameterizedTest
    @ValueSource(strings = {"admission.mutating=off", "admission.enabled=false"})
    void includeCreatingPodsOnlyWhereTheyCouldGetAGate(String values) {
        assertThat(helm.render(values).rightsOfTheOperator())
                .noneMatch(it -> it.resource().equals("pods") && it.verb().equals("create"));
    }

    @Test
    void includeCreatingAnythingForATrialOnlyTogetherWithItsGuard() {
        assertThat(helm.render("admission.mutating=off").policies())
                .anyMatch(it -> it.startsWith("readygate-self-test"));
        assertThat(helm.render("admission.enabled=false").rightsOfTheOperator())
                .noneMatch(it -> it.verb().equals("create")
                        && Set.of("pods", "deployments").contains(it.resource()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admission.places=0", "admission.enabled=false", NAMESPACED})
    void includeMakingAdmissionPoliciesOnlyWhereThatIsWanted(String values) {
        assertThat(helm.render(values).rightsOfTheOperator())
                .noneMatch(it -> !it.isReading() && it.resource().startsWith("validatingadmissionpolic"));
    }

    @Test
    void endAtTheNamespacesWatched() {
        var chart = helm.render(NAMESPACED);
        assertThat(chart.kinds()).doesNotContain("ClusterRole", "ClusterRoleBinding");
        assertThat(chart.rightsOfTheOperator())
                .extracting(Right::namespace)
                .containsOnly("shop", "billing", "readygate");
        assertThat(chart.rightsOfTheOperator())
                .filteredOn(it -> it.namespace().equals("readygate"))
                .extracting(Right::resource)
                .containsOnly("leases");
    }

    @Test
    void letTheOperatorSeeEveryPolicyOfTheChart() {
        var chart = helm.render("admission.mutating=on");
        assertThat(chart.of("ClusterRole").toString())
                .contains(chart.policies().stream()
                        .map(it -> "\"" + it.split(" ")[0] + "\"")
                        .toList());
    }

    /** An administrator installs kinds and policies, the team the rest. */
    @Test
    void ofATeamSufficeToInstallTheRest() {
        var chart = helm.render("watchNamespaces={shop},crds.install=false,admission.enabled=false");
        assertThat(chart.kinds())
                .containsExactlyInAnyOrder(
                        "ServiceAccount", "Role", "RoleBinding", "Service", "Deployment", "PodDisruptionBudget", "Job");
    }

    @Test
    void ofPeopleNeverIncludeWritingReportsOrBooks() {
        assertThat(helm.render().rightsOfPeople())
                .filteredOn(it -> Set.of("readinessreports", "gatebooks").contains(it.resource()))
                .hasSize(8)
                .allMatch(it -> it.isReading() || Set.of("proceed", "reject").contains(it.verb()));
    }
}
