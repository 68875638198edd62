package dev.readygate.cluster.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.cluster.kube.ObjectNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the field managers of a Deployment's template out of managedFields, and writes them back later. The rest of
 * managedFields changes in between: a user scales the Deployment, its status changes.
 */
public final class Ownership {
    private static final String FIELDS = "fieldsV1";
    private static final String SPEC = "f:spec";
    private static final String TEMPLATE = "f:template";
    private static final Set<String> OURS = Set.of(ObjectNames.FIELD_MANAGER, ObjectNames.RESTORER);
    private static final List<String> IDENTITY = List.of("manager", "operation", "apiVersion", "subresource");

    private Ownership() {}

    /** Every entry that owns a field of the template, reduced to these fields. */
    static ArrayNode ofTemplate(JsonNode managedFields) {
        var owners = JsonNodeFactory.instance.arrayNode();
        for (var entry : managedFields) {
            var owned = entry.path(FIELDS).path(SPEC).get(TEMPLATE);
            if (owned != null && !isOurs(entry)) {
                ObjectNode owner = entry.deepCopy();
                owner.putObject(FIELDS).putObject(SPEC).set(TEMPLATE, owned);
                owners.add(owner);
            }
        }
        return owners;
    }

    /** The current managedFields, in which the template has its earlier owners again. */
    public static ArrayNode givenBack(JsonNode managedFields, JsonNode owners) {
        var then = new ArrayList<JsonNode>();
        owners.forEach(then::add);
        var result = JsonNodeFactory.instance.arrayNode();
        for (var entry : managedFields) {
            if (isOurs(entry)) {
                continue;
            }
            ObjectNode kept = entry.deepCopy();
            var owner = take(then, entry);
            owner.ifPresentOrElse(it -> own(kept, it), () -> disown(kept));
            if (owner.isPresent() || !kept.path(FIELDS).isEmpty()) {
                result.add(kept);
            }
        }
        then.forEach(result::add);
        return result;
    }

    /**
     * Gives the fields of the baseline's template to the managers that apply the template. So a repeated apply of the
     * declared template removes them, and the admission policies recognize it.
     */
    public static ArrayNode handedOn(JsonNode managedFields) {
        var result = JsonNodeFactory.instance.arrayNode();
        var brought = JsonNodeFactory.instance.objectNode();
        for (var entry : managedFields) {
            if (isOurs(entry) && entry.path(FIELDS).path(SPEC).get(TEMPLATE) instanceof ObjectNode template) {
                merge(brought, template);
            }
        }
        for (var entry : managedFields) {
            if (!isOurs(entry)) {
                result.add(appliesTemplates(entry) ? withMore(entry, brought) : entry);
            }
        }
        return result;
    }

    private static boolean appliesTemplates(JsonNode entry) {
        return entry.path("operation").asText().equals("Apply")
                && entry.path(FIELDS).path(SPEC).has(TEMPLATE);
    }

    private static JsonNode withMore(JsonNode entry, ObjectNode brought) {
        ObjectNode owner = entry.deepCopy();
        merge((ObjectNode) owner.path(FIELDS).path(SPEC).path(TEMPLATE), brought);
        return owner;
    }

    private static void merge(ObjectNode into, ObjectNode more) {
        more.properties().forEach(it -> {
            if (into.get(it.getKey()) instanceof ObjectNode there && it.getValue() instanceof ObjectNode fields) {
                merge(there, fields);
            } else {
                into.set(it.getKey(), it.getValue().deepCopy());
            }
        });
    }

    private static Optional<JsonNode> take(List<JsonNode> owners, JsonNode entry) {
        var same = owners.stream()
                .filter(it -> IDENTITY.stream().allMatch(name -> it.path(name).equals(entry.path(name))))
                .findFirst();
        same.ifPresent(owners::remove);
        return same;
    }

    private static void own(ObjectNode entry, JsonNode owner) {
        var owned = owner.at("/" + FIELDS + "/" + SPEC + "/" + TEMPLATE);
        entry.withObject("/" + FIELDS).withObject("/" + SPEC).set(TEMPLATE, owned);
    }

    private static void disown(ObjectNode entry) {
        if (entry.path(FIELDS).get(SPEC) instanceof ObjectNode spec) {
            spec.remove(TEMPLATE);
            if (spec.isEmpty()) {
                entry.withObject("/" + FIELDS).remove(SPEC);
            }
        }
    }

    private static boolean isOurs(JsonNode entry) {
        return OURS.contains(entry.path("manager").asText());
    }
}
