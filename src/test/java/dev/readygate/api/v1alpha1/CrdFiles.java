package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CustomResourceInfo;
import io.fabric8.crdv2.generator.ResolvingContext;
import io.fabric8.crdv2.generator.v1.CustomResourceHandler;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.YamlDumpSettingsBuilder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The CustomResourceDefinitions of Readygate's kinds, generated from their types and completed with what the
 * generator leaves out.
 */
final class CrdFiles {
    static final List<Class<? extends CustomResource<?, ?>>> KINDS = List.of(
            ReadinessPolicy.class,
            ClusterReadinessPolicy.class,
            ReadinessStandard.class,
            ReadinessReport.class,
            ReadinessEvidence.class,
            ReadinessWaiver.class,
            GateBook.class);

    private static final String HEADER =
            "# Generated from the types in dev.readygate.api.v1alpha1: change those, then ./readygate generate\n";

    private CrdFiles() {}

    static CustomResourceDefinition definitionOf(Class<? extends CustomResource<?, ?>> kind) {
        var generator = new CustomResourceHandler();
        generator.handle(CustomResourceInfo.fromClass(kind), ResolvingContext.defaultResolvingContext(false));
        var generated = (CustomResourceDefinition)
                generator.finish().findFirst().orElseThrow().getKey();
        return finish(generated, kind);
    }

    /** Words that kubectl, which reads YAML 1.1, parses as booleans. */
    private static final Pattern ASKING_FOR_QUOTES =
            Pattern.compile("^(\\s*- )(True|False|Yes|No|On|Off|Y|N)$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    static String yamlOf(CustomResourceDefinition definition) {
        var settings = new YamlDumpSettingsBuilder().setMinimizeQuotes(true).build();
        var yaml = new KubernetesSerialization(new ObjectMapper(), false, settings).asYaml(definition);
        return HEADER + ASKING_FOR_QUOTES.matcher(yaml).replaceAll("$1\"$2\"");
    }

    private static CustomResourceDefinition finish(
            CustomResourceDefinition definition, Class<? extends CustomResource<?, ?>> kind) {
        var version = definition.getSpec().getVersions().getFirst();
        var types = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        var root = version.getSchema().getOpenAPIV3Schema();
        root.setDescription(kind.getAnnotation(JsonClassDescription.class).value());
        finishPart(root, "spec", types[0], ValueTypes.WRITTEN_BY_PEOPLE);
        finishPart(root, "status", types[1], ValueTypes.WRITTEN_BY_THE_OPERATOR);
        root.getProperties().computeIfPresent("status", (_, status) -> withoutRules(status));
        if (types[0] != Void.class) {
            root.setRequired(List.of("spec"));
        }
        version.setAdditionalPrinterColumns(inOrder(version, kind));
        return definition;
    }

    /** A report may repeat values that a policy's author may not write: validation never rejects a status. */
    private static JSONSchemaProps withoutRules(JSONSchemaProps schema) {
        schema.setXKubernetesValidations(List.of());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(CrdFiles::withoutRules);
        }
        return schema;
    }

    private static void finishPart(JSONSchemaProps root, String name, Type type, ValueTypes values) {
        if (type == Void.class) {
            root.getProperties().remove(name);
            return;
        }
        var schema = root.getProperties().get(name);
        schema.setDescription(
                ((Class<?>) type).getAnnotation(JsonClassDescription.class).value());
        new SchemaFinisher(values).finish(schema, type);
    }

    /** The generator sorts columns by path; this restores the order of the annotations. */
    private static List<CustomResourceColumnDefinition> inOrder(
            CustomResourceDefinitionVersion version, Class<?> kind) {
        var byName = version.getAdditionalPrinterColumns().stream()
                .collect(Collectors.toMap(CustomResourceColumnDefinition::getName, Function.identity()));
        return Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(it -> byName.get(it.name()))
                .toList();
    }
}
