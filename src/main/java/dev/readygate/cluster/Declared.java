package dev.readygate.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.facts.Refused;

/**
 * What a user declared, as the book keeps it while the baseline is restored: the template as the admission policies
 * compare it, and beside it the rest of what it takes to put it back exactly.
 */
final class Declared {
    private static final String PUT_BACK = "putBack";
    private static final String NUMBER = "number";
    private static final String RESTARTED_AT = "restartedAt";
    private static final String OWNERS = "owners";
    private static final String ANNOTATIONS = "/metadata/annotations";

    private Declared() {}

    /** @param deployment as the API server returned it */
    static Refused of(JsonNode deployment, long number) {
        var template = deployment.at("/spec/template");
        var kept = Templates.json(Templates.of(template));
        var more = kept.putObject(PUT_BACK).put(NUMBER, number);
        var restarted = template.at(ANNOTATIONS).get(Names.RESTARTED);
        if (restarted != null) {
            more.set(RESTARTED_AT, restarted);
        }
        more.set(OWNERS, Ownership.ofTemplate(deployment.at("/metadata/managedFields")));
        return read(kept);
    }

    static Refused read(ObjectNode kept) {
        return new Refused(
                Templates.asWritten(kept), kept.path(PUT_BACK).path(NUMBER).asLong());
    }

    static JsonNode template(Refused refused) {
        var template = Templates.json(refused.template());
        var restarted = template.path(PUT_BACK).get(RESTARTED_AT);
        if (restarted != null) {
            template.withObject(ANNOTATIONS).set(Names.RESTARTED, restarted);
        }
        template.remove(PUT_BACK);
        return template;
    }

    static JsonNode owners(Refused refused) {
        var owners = Templates.json(refused.template()).path(PUT_BACK).get(OWNERS);
        return owners == null ? JsonNodeFactory.instance.arrayNode() : owners;
    }
}
