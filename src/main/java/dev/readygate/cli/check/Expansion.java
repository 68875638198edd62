package dev.readygate.cli.check;

import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The size of a document with its anchors expanded: a few lines that refer to each other can become gigabytes. */
final class Expansion {
    private static final long MOST_NODES = 1_000_000;

    private final InputText text;
    private final YamlReader.YamlDocument document;
    private final Map<Node, Long> sizes = new IdentityHashMap<>();

    Expansion(InputText text, YamlReader.YamlDocument document) {
        this.text = text;
        this.document = document;
    }

    /** @throws UnreadableInput if the document is too large */
    void expectBounded() {
        if (size(document.node()) > MOST_NODES) {
            throw at(document.node(), "its anchors make it larger than %d values".formatted(MOST_NODES));
        }
    }

    private long size(Node node) {
        var known = sizes.get(node);
        if (known != null) {
            return known;
        }
        // The reader finds and reports a node that contains itself when it constructs the value.
        sizes.put(node, 1L);
        long size = 1 + inside(node);
        sizes.put(node, Math.min(size, MOST_NODES + 1));
        return sizes.get(node);
    }

    private long inside(Node node) {
        return switch (node) {
            case MappingNode map ->
                map.getValue().stream()
                        .mapToLong(it -> size(it.getKeyNode()) + size(it.getValueNode()))
                        .sum();
            case SequenceNode list ->
                list.getValue().stream().mapToLong(this::size).sum();
            default -> 0;
        };
    }

    private UnreadableInput at(Node node, String what) {
        return UnreadableInput.at(
                new Place(text.file(), document.place().document(), YamlReader.line(node)), "no usable YAML: " + what);
    }
}
