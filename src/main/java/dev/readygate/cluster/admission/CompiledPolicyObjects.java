package dev.readygate.cluster.admission;

import dev.readygate.admit.CompiledPolicy;
import dev.readygate.admit.CompiledPolicy.Validation;
import dev.readygate.admit.TrialPolicy;
import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.cluster.kube.ObjectNames;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchCondition;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBindingBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Variable;
import java.util.Map;

/** Turns a compiled policy into a ValidatingAdmissionPolicy and its binding. */
record CompiledPolicyObjects(String place, TrialPolicy trying, OwnerReference owner) {
    private CompiledPolicy compiled() {
        return trying.compiled();
    }

    /** An expression that cannot be evaluated is an Error, never a Fail, and must not deny a request: hence Ignore. */
    ValidatingAdmissionPolicy policy() {
        var text = trying.text();
        return new ValidatingAdmissionPolicyBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withFailurePolicy("Ignore")
                .withNewMatchConstraints()
                .withObjectSelector(selector(compiled().where().deployments()))
                .addNewResourceRule()
                .withApiGroups("apps")
                .withApiVersions("v1")
                .withOperations("CREATE", "UPDATE")
                .withResources("deployments")
                .endResourceRule()
                .endMatchConstraints()
                .withMatchConditions(text.conditions().stream()
                        .map(it -> new MatchCondition(it.expression(), it.name()))
                        .toList())
                .withVariables(text.variables().stream()
                        .map(it -> new Variable(it.expression(), it.name()))
                        .toList())
                .withValidations(text.validations().stream()
                        .map(CompiledPolicyObjects::validation)
                        .toList())
                .endSpec()
                .build();
    }

    private static io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation validation(Validation it) {
        return new io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation(
                it.expression(), it.message(), it.sentence(), "Forbidden");
    }

    ValidatingAdmissionPolicyBinding binding() {
        return new ValidatingAdmissionPolicyBindingBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withPolicyName(place)
                .withValidationActions(compiled().effect().name())
                .withNewMatchResources()
                .withNamespaceSelector(selector(compiled().where().namespaces()))
                .endMatchResources()
                .endSpec()
                .build();
    }

    /** An object of the chart is the owner, because a namespaced policy cannot own a cluster-scoped object. */
    private ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(place)
                .withLabels(Map.of(
                        CompiledPolicyWriter.LABEL, "true", "app.kubernetes.io/managed-by", ObjectNames.FIELD_MANAGER))
                .withAnnotations(Map.of(
                        CompiledPolicyWriter.POLICY,
                        compiled().policy().toString(),
                        CompiledPolicyWriter.POLICY_UID,
                        compiled().uid(),
                        CompiledPolicyWriter.FINGERPRINT,
                        compiled().fingerprint()))
                .withOwnerReferences(owner)
                .build();
    }

    private static LabelSelector selector(Selector selector) {
        return new LabelSelectorBuilder()
                .withMatchLabels(selector.matchLabels())
                .withMatchExpressions(selector.matchExpressions().stream()
                        .map(it -> new LabelSelectorRequirement(
                                it.key(), it.operator().name(), it.values().isEmpty() ? null : it.values()))
                        .toList())
                .build();
    }
}
