package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The knowledge of the admission policies about one namespace: which Deployments are gated, which revisions are
 * verified, and which are held.
 */
@Group("readygate.dev")
@Version("v1alpha1")
@Plural("gatebooks")
@Singular("gatebook")
@ShortNames("gb")
@Categories("readygate")
@JsonClassDescription(
        "What the API server enforces in this namespace. Written by the operator only, always named " + "readygate.")
@ValidationRule(
        value = "self.metadata.name == 'readygate'",
        message = "a GateBook is always named readygate: there is one per namespace, and the operator writes it")
@AdditionalPrinterColumn(name = "Operator", jsonPath = ".spec.operator", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class GateBook extends CustomResource<GateBookSpec, Void> implements Namespaced {
    /** The admission policies find it by this name. */
    public static final String NAME = "readygate";
}
