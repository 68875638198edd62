package dev.readygate.testing;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Makes the API server reject one step of the operator in a namespace. The operator stops exactly there, for as
 * long as a test needs to kill it.
 */
public final class Obstacle implements AutoCloseable {
    private static final String LABEL = "refuse";

    /** The policy also rejects a user's ConfigMap where an obstacle exists, which shows when it is in force. */
    private static final String POLICY = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata: {name: obstacle}
            spec:
              failurePolicy: Fail
              matchConstraints:
                namespaceSelector: {matchExpressions: [{key: refuse, operator: Exists}]}
                resourceRules:
                - apiGroups: ["*"]
                  apiVersions: ["*"]
                  operations: [CREATE, UPDATE, DELETE]
                  resources: [configmaps, gatebooks, deployments, replicasets, readinessreports/status]
              matchConditions:
              - name: the-operator-or-the-trial
                expression: >-
                  request.resource.resource == 'configmaps'
                  || request.userInfo.username == 'system:serviceaccount:readygate:readygate'
              variables:
              - name: before
                expression: "request.operation == 'UPDATE' ? dyn(oldObject).?spec.orValue({}) : dyn({})"
              - name: after
                expression: "request.operation == 'DELETE' ? dyn({}) : dyn(object).?spec.orValue({})"
              - name: paused
                expression: "variables.after.?paused.orValue(false)"
              - name: change
                expression: >-
                  variables.after.?template != variables.before.?template ? (variables.paused ? 'put-back' : 'restore')
                  : variables.paused != variables.before.?paused.orValue(false) ? 'pause' : 'give-back'
              - name: forgets
                expression: "size(variables.before.?refused.orValue({})) > size(variables.after.?refused.orValue({}))"
              - name: step
                expression: >-
                  request.resource.resource == 'gatebooks' ? (variables.forgets ? 'forget' : 'hold')
                  : request.resource.resource == 'deployments' ? variables.change
                  : request.resource.resource == 'replicasets' ? (request.operation == 'DELETE' ? 'remove' : 'empty')
                  : request.resource.resource == 'readinessreports'
                    && dyn(object).?status.?phase.orValue('') == 'Withdrawn' ? 'report'
                  : 'nothing'
              validations:
              - expression: >-
                  request.resource.resource != 'configmaps'
                  && namespaceObject.metadata.labels['refuse'] != variables.step
                message: There is an obstacle.
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: obstacle}
            spec: {policyName: obstacle, validationActions: [Deny]}
            """;

    private final KubernetesClient client;

    public Obstacle(Cluster cluster) {
        this.client = cluster.client();
        cluster.apply(POLICY);
    }

    /**
     * Rejects the step hold, pause, empty, remove or report of a withdrawal; in a rollback also restore, put-back,
     * give-back or forget.
     */
    public void put(String step, Namespace where) {
        label(where, "\"" + step + "\"");
        Awaitility.await("the obstacle at " + step)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isRefused(where));
    }

    public void take(Namespace where) {
        label(where, "null");
        Awaitility.await("the obstacle to be gone")
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !isRefused(where));
    }

    private void label(Namespace where, String value) {
        client.namespaces()
                .withName(where.name())
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"labels\":{\"%s\":%s}}}".formatted(LABEL, value));
    }

    private boolean isRefused(Namespace where) {
        var trial = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("trial")
                .withNamespace(where.name())
                .endMetadata()
                .build();
        try {
            client.resource(trial).dryRun(true).create();
            return false;
        } catch (KubernetesClientException refused) {
            return refused.getMessage().contains("There is an obstacle");
        }
    }

    @Override
    public void close() {
        client.admissionRegistration()
                .v1()
                .validatingAdmissionPolicyBindings()
                .withName("obstacle")
                .delete();
        client.admissionRegistration()
                .v1()
                .validatingAdmissionPolicies()
                .withName("obstacle")
                .delete();
    }
}
