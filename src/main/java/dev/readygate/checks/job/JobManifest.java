package dev.readygate.checks.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.api.v1alpha1.JobCheck;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Job of a check, made from its template. */
final class JobManifest {
    static final String NAMESPACE = "namespace";
    static final String DEPLOYMENT = "deployment";
    static final String HASH = "hash";
    static final String NEW_PODS = "newPods";

    private static final String CHECK = "readygate.dev/check";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{ *(namespace|deployment|hash|newPods) *}}");
    private static final String CONTAINERS = "/spec/template/spec/containers";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JobManifest() {}

    /** The mistakes in the template that the API server would report only when it runs. */
    static Optional<String> mistake(JobCheck job) {
        return job.template().at(CONTAINERS).isEmpty()
                ? Optional.of(
                        "job.template has no spec.template.spec.containers: write it as in a CronJob's jobTemplate")
                : Optional.empty();
    }

    static boolean names(JobCheck job, String variable) {
        return VARIABLE.matcher(job.template().toString())
                .results()
                .anyMatch(it -> it.group(1).equals(variable));
    }

    /** @param values of the variables; they only replace text, so that none becomes another node */
    static String write(JobCheck job, JobNames names, long index, Map<String, String> values) {
        var template = (ObjectNode) filled(job.template(), values);
        var manifest = JSON.objectNode();
        manifest.set("metadata", metadata(template, names, index));
        manifest.set("spec", spec(job, template.withObject("/spec")));
        return manifest.toString();
    }

    /** The author's labels and annotations, and the operator's own. */
    private static ObjectNode metadata(ObjectNode template, JobNames names, long index) {
        var metadata = JSON.objectNode()
                .put("name", names.of(index))
                .put("namespace", names.ref().namespace());
        metadata.set("annotations", template.withObject("/metadata/annotations"));
        metadata.set(
                "labels",
                template.withObject("/metadata/labels")
                        .put(ContractNames.JOB, names.series())
                        .put(CHECK, names.check()));
        return metadata;
    }

    /** It is removed with its revision and not before: a missing Job would be run again. */
    private static ObjectNode spec(JobCheck job, ObjectNode spec) {
        spec.remove("ttlSecondsAfterFinished");
        spec.remove("suspend");
        spec.put(
                "activeDeadlineSeconds",
                Math.max(1, job.runAtMost().toDuration().toSeconds()));
        if (!spec.has("backoffLimit")) {
            spec.put("backoffLimit", 0);
        }
        var pod = spec.withObject("/template/spec");
        pod.remove("serviceAccount");
        pod.put("serviceAccountName", job.serviceAccountName());
        return spec;
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JSON.objectNode();
                object.properties().forEach(it -> copy.set(it.getKey(), filled(it.getValue(), values)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JSON.arrayNode();
                array.forEach(it -> copy.add(filled(it, values)));
                yield copy;
            }
            case TextNode text -> JSON.textNode(filled(text.textValue(), values));
            default -> node;
        };
    }

    /** In one pass: values hold no variables. */
    private static String filled(String text, Map<String, String> values) {
        return VARIABLE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(values.get(it.group(1))));
    }
}
