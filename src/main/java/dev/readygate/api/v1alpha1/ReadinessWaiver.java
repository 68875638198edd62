package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** Excuses one failing check, with a reason and an end. */
@Group("readygate.dev")
@Version("v1alpha1")
@Plural("readinesswaivers")
@Singular("readinesswaiver")
@ShortNames("rw")
@Categories("readygate")
@JsonClassDescription("Excuses a failing check for a while: with a reason, an end, and the name of who excused it. It "
        + "cannot be changed; to withdraw it, delete it.")
@AdditionalPrinterColumn(name = "Check", jsonPath = ".spec.check")
@AdditionalPrinterColumn(name = "Deployment", jsonPath = ".spec.deployment")
@AdditionalPrinterColumn(name = "Expires", jsonPath = ".spec.expires")
@AdditionalPrinterColumn(name = "By", jsonPath = ".spec.by.user")
@AdditionalPrinterColumn(name = "Owner", jsonPath = ".spec.owner", priority = 1)
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".spec.reason", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class ReadinessWaiver extends CustomResource<ReadinessWaiverSpec, Void> implements Namespaced {}
