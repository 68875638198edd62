package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** Categories and checks with parameters, for policies to pull in; it targets nothing itself. */
@Group("readygate.dev")
@Version("v1alpha1")
@Plural("readinessstandards")
@Singular("readinessstandard")
@ShortNames("rstd")
@Categories("readygate")
@JsonClassDescription(
        "A reusable bundle of categories and checks. It governs nothing by itself: policies pull it in by " + "name.")
@AdditionalPrinterColumn(name = "Title", jsonPath = ".spec.title")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class ReadinessStandard extends CustomResource<ReadinessStandardSpec, Void> {}
