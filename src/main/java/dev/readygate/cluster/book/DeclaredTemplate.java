package dev.readygate.cluster.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.cluster.facts.Templates;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.facts.RejectedTemplate;

/**
 * The template that a user declared, as the GateBook keeps it while the baseline is restored: in the form that the
 * admission policies compare, together with all that it takes to declare it again exactly.
 */
public final class DeclaredTemplate {
    private static final String PUT_BACK = "putBack";
    private static final String NUMBER = "number";
    private static final String RESTARTED_AT = "restartedAt";
    private static final String OWNERS = "owners";
    private static final String ANNOTATIONS = "/metadata/annotations";

    private DeclaredTemplate() {}

    /** @param deployment the object as the API server returned it */
    public static RejectedTemplate of(JsonNode deployment, long number) {
        var template = deployment.at("/spec/template");
        var kept = Templates.json(Templates.of(template));
        var more = kept.putObject(PUT_BACK).put(NUMBER, number);
        var restarted = template.at(ANNOTATIONS).get(ObjectNames.RESTARTED);
        if (restarted != null) {
            more.set(RESTARTED_AT, restarted);
        }
        more.set(OWNERS, Ownership.ofTemplate(deployment.at("/metadata/managedFields")));
        return read(kept);
    }

    static RejectedTemplate read(ObjectNode kept) {
        return new RejectedTemplate(
                Templates.asWritten(kept), kept.path(PUT_BACK).path(NUMBER).asLong());
    }

    public static JsonNode template(RejectedTemplate refused) {
        var template = Templates.json(refused.template());
        var restarted = template.path(PUT_BACK).get(RESTARTED_AT);
        if (restarted != null) {
            template.withObject(ANNOTATIONS).set(ObjectNames.RESTARTED, restarted);
        }
        template.remove(PUT_BACK);
        return template;
    }

    public static JsonNode owners(RejectedTemplate refused) {
        var owners = Templates.json(refused.template()).path(PUT_BACK).get(OWNERS);
        return owners == null ? JsonNodeFactory.instance.arrayNode() : owners;
    }
}
