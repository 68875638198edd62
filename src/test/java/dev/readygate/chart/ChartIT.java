package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart as the real Helm renders it. */
@ExtendWith(ClusterExtension.class)
class ChartIT {
    private static final String NAMESPACED = "watchNamespaces={shop,billing}";
    private static final String EVERYTHING =
            "admission.mutating=on,replicaCount=3,serviceMonitor.enabled=true,networkPolicy.enabled=true";

    private final Helm helm;

    ChartIT(Cluster cluster) {
        this.helm = new Helm(cluster);
    }

    /** For an installation with kubectl; {@code ./readygate generate} writes it again. */
    @Test
    void equalsTheInstallManifest() throws IOException {
        var manifest = Chart.from(Files.readString(Path.of("install", "readygate.yaml")));
        var rendered = helm.render("admission.mutating=on", "crds.install=false", "uninstall.refuseWhileHeld=false");

        assertThat(manifest.objects().getFirst().at("/kind").textValue()).isEqualTo("Namespace");
        assertThat(manifest.objects().stream().skip(1).toList()).isEqualTo(madeBy("kubectl", rendered));
    }

    private static List<JsonNode> madeBy(String tool, Chart rendered) {
        var without = Pattern.compile("(?m)^ +helm.sh/chart: .*\n");
        return Chart.from(without.matcher(rendered.text())
                        .replaceAll("")
                        .replace("managed-by: Helm", "managed-by: " + tool))
                .objects();
    }

    @Nested
    class PolicyObjects {
        @Test
        void areAllThereWhereTheClusterServesMutatingOnes() {
            assertThat(helm.render("admission.mutating=on").policies())
                    .containsExactly(
                            "readygate-admit ValidatingAdmissionPolicy",
                            "readygate-admit-warn ValidatingAdmissionPolicy",
                            "readygate-applier MutatingAdmissionPolicy",
                            "readygate-author MutatingAdmissionPolicy",
                            "readygate-decider MutatingAdmissionPolicy",
                            "readygate-decisions ValidatingAdmissionPolicy",
                            "readygate-expiry ValidatingAdmissionPolicy",
                            "readygate-hold MutatingAdmissionPolicy",
                            "readygate-namespaces ValidatingAdmissionPolicy",
                            "readygate-records ValidatingAdmissionPolicy",
                            "readygate-refuse ValidatingAdmissionPolicy",
                            "readygate-self-test ValidatingAdmissionPolicy",
                            "readygate-serve MutatingAdmissionPolicy",
                            "readygate-stamps ValidatingAdmissionPolicy",
                            "readygate-start MutatingAdmissionPolicy",
                            "readygate-traceless MutatingAdmissionPolicy",
                            "readygate-warn ValidatingAdmissionPolicy");
        }

        @Test
        void areValidatingOnesElsewhere() {
            assertThat(helm.render().policies())
                    .isEqualTo(helm.render("admission.mutating=off").policies())
                    .containsExactly(
                            "readygate-admit ValidatingAdmissionPolicy",
                            "readygate-admit-warn ValidatingAdmissionPolicy",
                            "readygate-author ValidatingAdmissionPolicy",
                            "readygate-decisions ValidatingAdmissionPolicy",
                            "readygate-expiry ValidatingAdmissionPolicy",
                            "readygate-namespaces ValidatingAdmissionPolicy",
                            "readygate-records ValidatingAdmissionPolicy",
                            "readygate-refuse ValidatingAdmissionPolicy",
                            "readygate-self-test ValidatingAdmissionPolicy",
                            "readygate-stamps ValidatingAdmissionPolicy",
                            "readygate-warn ValidatingAdmissionPolicy");
        }

        @Test
        void areLeftOutOnDemand() {
            assertThat(helm.render("admission.enabled=false,admission.mutating=on")
                            .policies())
                    .isEmpty();
        }

        @Test
        void allHaveABindingOfTheirName() {
            var chart = helm.render("admission.mutating=on");
            assertThat(chart.of("MutatingAdmissionPolicyBinding", "ValidatingAdmissionPolicyBinding"))
                    .extracting(it -> it.at("/spec/policyName").textValue())
                    .containsExactlyInAnyOrderElementsOf(chart.policies().stream()
                            .map(it -> it.split(" ")[0])
                            .toList());
        }

        @Test
        void areConfinedToTheNamespacesWatched() {
            assertThat(helm.render(NAMESPACED, "admission.mutating=on")
                            .of("MutatingAdmissionPolicyBinding", "ValidatingAdmissionPolicyBinding"))
                    .filteredOn(it -> !it.at("/metadata/name").textValue().equals("readygate-self-test"))
                    .hasSize(16)
                    .allSatisfy(
                            it -> assertThat(it.at("/spec/matchResources/namespaceSelector/matchExpressions/0/values")
                                            .toString())
                                    .isEqualTo("[\"shop\",\"billing\"]"));
        }

        @Test
        void leaveOutWhatTheInstallationDoesUnlessItIsToBeWatched() {
            assertThat(helm.render().text())
                    .contains(
                            "request.namespace in [\"kube-system\",\"kube-public\",\"kube-node-lease\",\"readygate\"]");
            assertThat(helm.render("watchNamespaces={shop,readygate}").text())
                    .contains("request.namespace in [\"kube-system\",\"kube-public\",\"kube-node-lease\"]");
        }

        @Test
        void knowTheOperatorByTheNameTheValuesGiveIt() {
            var chart = helm.render("admission.mutating=on,serviceAccount.name=gatekeeper");
            assertThat(chart.text()).contains("'system:serviceaccount:readygate:gatekeeper'");
            assertThat(chart.text()).doesNotContain("system:serviceaccount:readygate:readygate");
        }
    }

    @Nested
    class PodTemplates {
        @Test
        void meetTheRestrictedStandard() {
            var chart = helm.render();
            assertThat(chart.podSpec().path("securityContext").toString())
                    .isEqualTo("{\"runAsNonRoot\":true,\"seccompProfile\":{\"type\":\"RuntimeDefault\"}}");
            var container = chart.container().path("securityContext");
            assertThat(container.path("readOnlyRootFilesystem").booleanValue()).isTrue();
            assertThat(container.path("allowPrivilegeEscalation").booleanValue())
                    .isFalse();
            assertThat(container.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
        }

        @Test
        void areThreeWhoseDisruptionIsLimitedAndWhichSpread() {
            var chart = helm.render(EVERYTHING);
            assertThat(chart.podSpec().path("topologySpreadConstraints")).hasSize(2);
            assertThat(chart.only("PodDisruptionBudget")
                            .at("/spec/maxUnavailable")
                            .intValue())
                    .isOne();
        }

        @Test
        void mayBeNoneWhereTheOperatorRunsElsewhere() {
            assertThat(helm.render("replicaCount=0")
                            .only("Deployment")
                            .at("/spec/replicas")
                            .intValue())
                    .isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "logging.format=json,             QUARKUS_LOG_CONSOLE_JSON_ENABLED,  true",
            "logging.level=DEBUG,             QUARKUS_LOG_LEVEL,                 DEBUG",
            "probes.allowLoopback=true,       READYGATE_PROBES_ALLOW_LOOPBACK,   true",
            "'replicaCount=1,leaderElection.enabled=false', READYGATE_LEADER_ELECTION, false",
            "'probes.deniedNetworks={10.0.0.0/8}', READYGATE_PROBES_DENIED_NETWORKS, 10.0.0.0/8",
            "probes.urls=false,               READYGATE_PROBES_URLS,             false",
            "probes.samplesPerSecond=9,       READYGATE_PROBES_SAMPLES_PER_SECOND, 9",
            "'watchNamespaces={shop,cart}',   READYGATE_WATCH_NAMESPACES,        'shop,cart'",
            "serviceAccount.name=gatekeeper,  READYGATE_USER,                    system:serviceaccount:readygate:gatekeeper",
            "jvmOptions=-Xss512k,             JDK_JAVA_OPTIONS,                  -Xss512k",
        })
        void areToldByTheirEnvironment(String values, String name, String value) {
            assertThat(helm.render(values).container().path("env"))
                    .filteredOn(it -> it.path("name").textValue().equals(name))
                    .extracting(it -> it.path("value").textValue())
                    .containsExactly(value);
        }

        @ParameterizedTest
        @CsvSource({
            "image.tag=1.2.3,             ghcr.io/readygate/readygate:1.2.3",
            "image.repository=local/gate, local/gate:0.1.0",
        })
        void runTheImageOfTheValues(String values, String image) {
            assertThat(helm.render(values).container().path("image").textValue())
                    .isEqualTo(image);
        }
    }

    @Nested
    class InstalledKinds {
        @Test
        void areAllInstalledAndOutliveTheRelease() {
            assertThat(helm.render().of("CustomResourceDefinition")).hasSize(7).allSatisfy(it -> {
                assertThat(it.at("/metadata/annotations/helm.sh~1resource-policy")
                                .textValue())
                        .isEqualTo("keep");
                assertThat(it.at("/metadata/name").textValue()).endsWith(".readygate.dev");
            });
        }

        @Test
        void goWithTheReleaseOnDemand() {
            assertThat(helm.render("crds.keep=false").of("CustomResourceDefinition"))
                    .hasSize(7)
                    .noneSatisfy(it -> assertThat(it.at("/metadata/annotations").toString())
                            .contains("keep"));
        }

        @Test
        void areLeftToAnotherInstallerOnDemand() {
            assertThat(helm.render("crds.install=false").kinds()).doesNotContain("CustomResourceDefinition");
        }
    }

    @Nested
    class InstallationValues {
        @ParameterizedTest
        @CsvSource({
            "replicas=2,                                    additional properties 'replicas' not allowed",
            "replicaCount=-1,                               at '/replicaCount': minimum: got -1",
            "admission.mutating=perhaps,                    'at ''/admission/mutating'': value must be one of ''auto'', ''on'', ''off'''",
            "watchNamespaces={A_b},                         at '/watchNamespaces/0'",
            "image.digest=abc,                              at '/image/digest'",
            "logging.format=xml,                            at '/logging/format'",
            "resources.limits.memory=lots,                  at '/resources/limits/memory'",
            "'leaderElection.enabled=false', at '/leaderElection/enabled': value must be true",
            "serviceAccount.create=false,                   serviceAccount.name must name an existing ServiceAccount",
        })
        void thatMakeNoSenseAreRefusedByName(String values, String sentence) {
            assertThat(helm.refusalOf(values)).contains(sentence);
        }

        @Test
        void nameEveryObjectAndPutItIntoTheReleasesNamespace() {
            var clusterWide = List.of("ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition");
            assertThat(helm.render(EVERYTHING).objects())
                    .filteredOn(it -> Stream.concat(clusterWide.stream(), Stream.of("Policy", "Binding"))
                            .noneMatch(kind -> it.path("kind").textValue().endsWith(kind)
                                    && !it.path("kind").textValue().matches("RoleBinding|NetworkPolicy")))
                    .isNotEmpty()
                    .allSatisfy(it ->
                            assertThat(it.at("/metadata/namespace").textValue()).isEqualTo("readygate"));
        }

        @Test
        void reachEveryObjectAsLabels() {
            assertThat(helm.render(EVERYTHING).objects())
                    .allSatisfy(it -> assertThat(it.at("/metadata/labels").toString())
                            .contains(
                                    "app.kubernetes.io/name",
                                    "app.kubernetes.io/instance",
                                    "app.kubernetes.io/version"));
        }
    }
}
