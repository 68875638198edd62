package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The objects in a text, also those in lists. */
final class Things {
    private final InputText text;
    private final SharedTrees trees;
    private final List<Thing> found = new ArrayList<>();

    private Things(InputText text, SharedTrees trees) {
        this.text = text;
        this.trees = trees;
    }

    /** @param trees has the words of other texts too */
    static List<Thing> in(InputText text, SharedTrees trees) {
        var things = new Things(text, trees);
        YamlReader.documents(text).forEach(things::add);
        return List.copyOf(things.found);
    }

    private void add(YamlReader.YamlDocument document) {
        var tree = trees.of(YamlReader.value(text, document));
        if (!(tree instanceof ObjectNode object) || !isObject(object)) {
            if (text.named()) {
                throw UnreadableInput.at(
                        document.place(), "no object of Kubernetes: it has no apiVersion and kind" + hint(document));
            }
            return;
        }
        if (object.path("items") instanceof ArrayNode items
                && object.path("kind").asText().endsWith("List")) {
            addAll(document, items);
        } else {
            add(document.place(), object);
        }
    }

    private String hint(YamlReader.YamlDocument document) {
        return YamlReader.hint(text, document.node().getEndMark().getLine() + 1);
    }

    private static boolean isObject(ObjectNode tree) {
        return tree.path("apiVersion").isTextual() && tree.path("kind").isTextual();
    }

    private void addAll(YamlReader.YamlDocument list, ArrayNode items) {
        var nodes = items(list.node()).toList();
        IntStream.range(0, items.size()).forEach(it -> {
            int line = it < nodes.size()
                    ? YamlReader.line(nodes.get(it))
                    : list.place().line();
            var place = new Place(text.file(), list.place().document(), line);
            if (!(items.get(it) instanceof ObjectNode object && isObject(object))) {
                throw UnreadableInput.at(place, "item %d of the list has no apiVersion and kind".formatted(it + 1));
            }
            add(place, object);
        });
    }

    private static Stream<Node> items(Node list) {
        return ((MappingNode) list)
                .getValue().stream()
                        .filter(it -> it.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals("items"))
                        .flatMap(it -> ((SequenceNode) it.getValueNode()).getValue().stream());
    }

    private void add(Place place, ObjectNode object) {
        var thing = new Thing(place, object);
        if (!thing.name().isEmpty()) {
            found.add(thing);
        } else if (text.named()) {
            var hint = YamlReader.hint(text, Integer.MAX_VALUE);
            throw UnreadableInput.at(place, "this %s has no metadata.name%s".formatted(thing.kind(), hint));
        }
    }
}
