package dev.readygate.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.cli.document.Block.Bullets;
import dev.readygate.cli.document.Block.Checklist;
import dev.readygate.cli.document.Block.Drawing;
import dev.readygate.cli.document.Block.Heading;
import dev.readygate.cli.document.Block.Label;
import dev.readygate.cli.document.Block.Numbered;
import dev.readygate.cli.document.Block.Paragraph;
import dev.readygate.cli.document.Block.TableBlock;
import java.util.List;
import java.util.function.Function;

/** Writes JSON for programs; docs/guides/reports.md lists the keys. An unknown value is null, never 0. */
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    public static String text(Document document) {
        var root = NODES.objectNode();
        root.put("title", document.title());
        result(root, document.result());
        root.set("sections", array(document.sections(), Json::section));
        return root.toPrettyString() + "\n";
    }

    private static void result(ObjectNode root, DocumentResult result) {
        var subject = result.subject();
        root.put("standard", subject.standard().orElse(null));
        root.put("namespace", subject.namespace());
        root.set("deployments", array(subject.deployments(), NODES::textNode));
        root.put("at", subject.at().toString());
        root.put("score", result.score().orElse(null));
        root.put("scoreInWords", result.words());
        root.put("coverage", result.coverage());
        root.put("verdict", result.verdict());
        root.put("formula", result.formula());
        root.set("rows", array(result.rows(), Json::row));
        root.set(
                "checks",
                array(
                        result.checks(),
                        it -> NODES.objectNode()
                                .put("name", it.name())
                                .put("title", it.title())
                                .put("state", it.state())));
    }

    private static ObjectNode row(DocumentResult.ResultRow row) {
        return NODES.objectNode()
                .put("name", row.name())
                .put("title", row.title())
                .put("score", row.score().orElse(null))
                .put("scoreInWords", row.words())
                .put("weight", row.weight().orElse(null))
                .put("grade", row.grade());
    }

    private static ObjectNode section(Section section) {
        var node = NODES.objectNode().put("part", section.part()).put("title", section.title());
        node.set("blocks", array(section.texts(), Json::block));
        return node;
    }

    private static ObjectNode block(Block block) {
        var node = NODES.objectNode();
        return switch (block) {
            case Paragraph it -> cell(it.text(), node.put("type", "paragraph"));
            case Heading it ->
                node.put("type", "heading").put("text", it.text()).set("marks", array(it.marks(), Json::cell));
            case Label it -> node.put("type", "label").put("text", it.text());
            case Bullets it -> node.put("type", "list").set("items", array(it.items(), Json::cell));
            case Numbered it -> node.put("type", "steps").set("items", array(it.items(), Json::cell));
            case Checklist it ->
                node.put("type", "checklist")
                        .set(
                                "items",
                                array(it.items(), item -> cell(item.text()).put("done", item.done())));
            case TableBlock it -> table(it, node);
            case Drawing _ -> node;
        };
    }

    private static ObjectNode table(TableBlock table, ObjectNode node) {
        node.put("type", "table").put("caption", table.caption());
        node.set("columns", array(table.columns(), it -> NODES.textNode(it.title())));
        node.set("rows", array(table.rows(), row -> array(row, Json::cell)));
        return node;
    }

    private static ObjectNode cell(DocumentText cell) {
        return cell(cell, NODES.objectNode());
    }

    private static ObjectNode cell(DocumentText cell, ObjectNode node) {
        node.put("text", cell.text());
        if (cell.tone() != Tone.Plain) {
            node.put("tone", cell.tone().name());
        }
        cell.link().ifPresent(it -> node.put("link", it));
        return node;
    }

    private static <T> ArrayNode array(List<T> items, Function<T, ? extends JsonNode> form) {
        var array = NODES.arrayNode();
        items.forEach(it -> array.add(form.apply(it)));
        return array;
    }
}
