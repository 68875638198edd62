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

/** A statement about a revision. */
@Group("readygate.dev")
@Version("v1alpha1")
@Plural("readinessevidences")
@Singular("readinessevidence")
@ShortNames("rdev")
@Categories("readygate")
@JsonClassDescription("A fact about a revision that somebody stated: a test run, a scan, a sign-off. It cannot be "
        + "changed; to withdraw it, delete it.")
@AdditionalPrinterColumn(name = "Type", jsonPath = ".spec.type")
@AdditionalPrinterColumn(name = "Outcome", jsonPath = ".spec.outcome")
@AdditionalPrinterColumn(name = "Deployment", jsonPath = ".spec.about.deployment")
@AdditionalPrinterColumn(name = "By", jsonPath = ".spec.by.user")
@AdditionalPrinterColumn(name = "Expires", jsonPath = ".spec.expires")
@AdditionalPrinterColumn(name = "Commit", jsonPath = ".spec.about.commit", priority = 1)
@AdditionalPrinterColumn(name = "Image", jsonPath = ".spec.about.image", priority = 1)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class ReadinessEvidence extends CustomResource<ReadinessEvidenceSpec, Void> implements Namespaced {}
