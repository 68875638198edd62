package dev.readygate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.policy.RelatedKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private static ObjectNode object(String fields) {
        return Things.in(
                        new InputText(
                                "it.yaml",
                                "{apiVersion: v1, kind: Any, metadata: {name: it}, %s}".formatted(fields),
                                true),
                        new SharedTrees())
                .getFirst()
                .json();
    }

    private static ObjectNode deployment(String spec) {
        var deployment = object("spec: " + spec);
        DeploymentDefaults.fillIn(new Fields(deployment));
        return deployment;
    }

    private static ObjectNode container(String fields) {
        return (ObjectNode) deployment("{template: {spec: {containers: [{%s}]}}}".formatted(fields))
                .at("/spec/template/spec/containers/0");
    }

    /** Compares values without the Java types of integers. */
    private static void assertSame(JsonNode is, JsonNode expected) {
        assertThat(MAPPER.convertValue(is, Object.class)).isEqualTo(MAPPER.convertValue(expected, Object.class));
    }

    @Test
    void theBarestDeploymentIsFilledIn() {
        var filled = object("""
                spec: {
                  replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600,
                  strategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 25%, maxSurge: 25%}},
                  template: {metadata: {}, spec: {
                    restartPolicy: Always, terminationGracePeriodSeconds: 30, dnsPolicy: ClusterFirst,
                    schedulerName: default-scheduler, securityContext: {},
                    containers: [{name: a, image: a, imagePullPolicy: Always, resources: {},
                      terminationMessagePath: /dev/termination-log, terminationMessagePolicy: File}]}}}
                """);

        assertSame(
                deployment("{template: {spec: {containers: [{name: a, image: a}]}}}")
                        .get("spec"),
                filled.get("spec"));
    }

    @Test
    void givenFieldsAreKept() {
        var spec = deployment("""
                {replicas: 0, revisionHistoryLimit: 0, strategy: {type: Recreate}, paused: true,
                 template: {spec: {terminationGracePeriodSeconds: 0, hostNetwork: true,
                   containers: [{image: a, imagePullPolicy: Never}]}}}
                """).get("spec");

        assertThat(List.of(
                        spec.get("replicas").asInt(),
                        spec.get("revisionHistoryLimit").asInt()))
                .containsOnly(0);
        assertThat(spec.get("paused").asBoolean()).isTrue();
        assertThat(spec.get("strategy").has("rollingUpdate")).isFalse();
        assertThat(spec.at("/template/spec/terminationGracePeriodSeconds").asInt())
                .isZero();
        assertThat(spec.at("/template/spec/hostNetwork").asBoolean()).isTrue();
        assertThat(spec.at("/template/spec/containers/0/imagePullPolicy").asText())
                .isEqualTo("Never");
    }

    @Test
    void falseAndEmptyFieldsAreRemoved() {
        var pod = deployment(
                        "{paused: false, minReadySeconds: 0, template: {spec: {hostNetwork: false, serviceAccountName: '', nodeSelector: {}}}}")
                .at("/spec/template/spec");

        assertThat(pod.has("hostNetwork") || pod.has("serviceAccountName") || pod.has("nodeSelector"))
                .isFalse();
        assertThat(container("env: [{name: A, value: ''}]").at("/env/0").has("value"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cart, Always",
        "cart:latest, Always",
        "registry.example:5000/cart, Always",
        "registry.example/a/cart:latest@sha256:1, Always",
        "cart:1, IfNotPresent",
        "registry.example:5000/cart:1, IfNotPresent",
        "cart@sha256:1, IfNotPresent"
    })
    void movingTagsArePulledEachTime(String image, String policy) {
        assertThat(container("image: '%s'".formatted(image))
                        .get("imagePullPolicy")
                        .asText())
                .isEqualTo(policy);
    }

    @Test
    void anAccountHasTwoNames() {
        var old = deployment("{template: {spec: {serviceAccount: a}}}").at("/spec/template/spec");
        var now = deployment("{template: {spec: {serviceAccountName: a}}}").at("/spec/template/spec");

        assertThat(old.get("serviceAccountName").asText()).isEqualTo("a");
        assertThat(now.get("serviceAccount").asText()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            readinessProbe: {httpGet: {port: 80}}            | /readinessProbe  | {httpGet: {port: 80, path: /, scheme: HTTP}, timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3}
            livenessProbe: {grpc: {port: 80}}                | /livenessProbe   | {grpc: {port: 80, service: ''}, timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3}
            lifecycle: {preStop: {httpGet: {port: 80}}}      | /lifecycle       | {preStop: {httpGet: {port: 80, path: /, scheme: HTTP}}}
            ports: [{containerPort: 80}]                     | /ports/0         | {containerPort: 80, protocol: TCP}
            resources: {requests: {cpu: 1, memory: 0.5Gi}}   | /resources       | {requests: {cpu: '1', memory: 512Mi}}
            resources: {limits: {cpu: 100u, memory: 12e6}}   | /resources       | {limits: {cpu: 1m, memory: 12M}}
            resources: {limits: {memory: much}}              | /resources       | {limits: {memory: much}}
            env: [{name: A, valueFrom: {fieldRef: {fieldPath: a}}}]            | /env/0/valueFrom | {fieldRef: {fieldPath: a, apiVersion: v1}}
            env: [{name: A, valueFrom: {resourceFieldRef: {resource: a}}}]     | /env/0/valueFrom | {resourceFieldRef: {resource: a, divisor: '0'}}
            volumeMounts: [{name: a, readOnly: false}]       | /volumeMounts/0  | {name: a}
            """)
    void containersAreFilledIn(String fields, String path, String filled) {
        assertSame(container(fields).at(path), object("it: " + filled).get("it"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: a}                                       | {name: a, emptyDir: {}}
            {name: a, emptyDir: {sizeLimit: 1024Mi}}        | {name: a, emptyDir: {sizeLimit: 1Gi}}
            {name: a, secret: {secretName: b}}              | {name: a, secret: {secretName: b, defaultMode: 420}}
            {name: a, configMap: {name: b, defaultMode: 1}} | {name: a, configMap: {name: b, defaultMode: 1}}
            {name: a, hostPath: {path: /}}                  | {name: a, hostPath: {path: /, type: ''}}
            {name: a, downwardAPI: {items: [{fieldRef: {fieldPath: b}}]}}    | {name: a, downwardAPI: {items: [{fieldRef: {fieldPath: b, apiVersion: v1}}], defaultMode: 420}}
            {name: a, projected: {sources: [{serviceAccountToken: {path: b}}, {downwardAPI: {items: [{fieldRef: {fieldPath: b}}]}}]}} | {name: a, projected: {sources: [{serviceAccountToken: {path: b, expirationSeconds: 3600}}, {downwardAPI: {items: [{fieldRef: {fieldPath: b, apiVersion: v1}}]}}], defaultMode: 420}}
            {name: a, ephemeral: {volumeClaimTemplate: {spec: {resources: {requests: {storage: 1024Mi}}}}}} | {name: a, ephemeral: {volumeClaimTemplate: {metadata: {}, spec: {volumeMode: Filesystem, resources: {requests: {storage: 1Gi}}}}}}
            """)
    void volumesAreFilledIn(String written, String filled) {
        var volume = deployment("{template: {spec: {volumes: [%s]}}}".formatted(written))
                .at("/spec/template/spec/volumes/0");

        assertSame(volume, object("it: " + filled).get("it"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Autoscaler       | {maxReplicas: 3}                                     | {maxReplicas: 3, minReplicas: 1, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]}
            Autoscaler       | {minReplicas: 2, targetCPUUtilizationPercentage: 50} | {minReplicas: 2, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]}
            Autoscaler       | {minReplicas: 2, metrics: [{type: External}]}        | {minReplicas: 2, metrics: [{type: External}]}
            Service          | {ports: [{port: 80}]}                                | {type: ClusterIP, sessionAffinity: None, ports: [{port: 80, protocol: TCP, targetPort: 80}]}
            Service          | {ports: [{port: 80, targetPort: web}]}               | {type: ClusterIP, sessionAffinity: None, ports: [{port: 80, protocol: TCP, targetPort: web}]}
            NetworkPolicy    | {podSelector: {}}                                    | {podSelector: {}, policyTypes: [Ingress]}
            NetworkPolicy    | {podSelector: {}, egress: [{}]}                      | {podSelector: {}, egress: [{}], policyTypes: [Ingress, Egress]}
            NetworkPolicy    | {podSelector: {}, policyTypes: [Egress]}             | {podSelector: {}, policyTypes: [Egress]}
            DisruptionBudget | {minAvailable: 1}                                    | {minAvailable: 1}
            """)
    void relatedObjectsAreFilledIn(RelatedKind kind, String written, String filled) {
        var around = object("spec: " + written);

        RelatedKindDefaults.fillIn(kind, new Fields(around));

        assertSame(around.get("spec"), object("it: " + filled).get("it"));
    }
}
