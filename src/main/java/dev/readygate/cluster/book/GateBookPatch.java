package dev.readygate.cluster.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.cluster.facts.Templates;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Collects entries for one book into one patch. An empty entry removes the Deployment. */
final class GateBookPatch {
    /** Etcd accepts at most 1.5 MiB, and every write sends the whole book. */
    static final int ROOM = 700 << 10;

    private static final Logger LOG = Logger.getLogger(GateBookPatch.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Optional<BookEntry>> entries = new LinkedHashMap<>();

    void put(String deployment, Optional<BookEntry> entry) {
        entries.put(deployment, entry);
    }

    /** The patch for the current book. It leaves out the templates of baselines if the book has no room for them. */
    ObjectNode patch(String operator, GateBookSpec current) {
        return patch(operator, current, true);
    }

    private ObjectNode patch(String operator, GateBookSpec current, boolean whole) {
        var spec = JSON.objectNode().put("operator", operator);
        write(
                spec,
                "deployments",
                current.deployments(),
                (name, it) -> Optional.of(JSON.textNode(GateBookCodec.write(it))));
        write(
                spec,
                "closed",
                current.closed(),
                (name, it) -> it.closed().map(closed -> JSON.textNode(GateBookCodec.write(it.uid(), closed))));
        write(
                spec,
                "baselines",
                current.baselines(),
                (name, it) -> it.baseline().map(template -> Templates.json(whole ? template : PodTemplate.LEFT_OUT)));
        write(
                spec,
                "refused",
                current.refused(),
                (name, it) -> it.refused().map(RejectedTemplate::template).map(Templates::json));
        return whole && bringsTemplates() && Templates.size(current) + Templates.size(spec) > ROOM
                ? leavingOut(operator, current)
                : spec;
    }

    private boolean bringsTemplates() {
        return entries.values().stream()
                .anyMatch(it -> it.flatMap(BookEntry::baseline).isPresent());
    }

    private ObjectNode leavingOut(String operator, GateBookSpec current) {
        LOG.warnf(
                "the GateBook would grow over %d KiB, so the baseline's template is left out of it for %s: a change back to"
                        + " the baseline waits at gate Start there",
                ROOM >> 10, String.join(", ", entries.keySet()));
        return patch(operator, current, false);
    }

    /** Removes only keys that the book has. */
    private <T extends JsonNode> void write(
            ObjectNode spec, String map, Map<String, ?> current, BiFunction<String, BookEntry, Optional<T>> text) {
        entries.forEach((name, entry) -> entry.flatMap(it -> text.apply(name, it))
                .ifPresentOrElse(it -> spec.withObject("/" + map).set(name, it), () -> {
                    if (current.containsKey(name)) {
                        spec.withObject("/" + map).putNull(name);
                    }
                }));
    }
}
