package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The data of evidence as tables, and scans with what they found and what they stop. */
record EvidencePart(DocumentModel matter, DocumentSection section) {

    List<Block> scans() {
        return List.of(Block.table(
                Composer.title(section),
                List.of("Scan", "Outcome", "Found", "Tool", "Last", "At least every", "Blocks"),
                matter.lines(section).stream().map(this::scan).toList()));
    }

    private List<DocumentText> scan(QuestionLine line) {
        var last = matter.evidence(line).stream().findFirst();
        return Block.row(
                DocumentText.of(line.title()),
                line.state().cell(),
                DocumentText.of(line.worst().value()),
                DocumentText.of(last.map(it -> it.spec().data())
                        .map(it -> text(it.path("tool")))
                        .orElse("")),
                DocumentText.of(last.map(it -> Dates.day(it.made())).orElse("never")),
                DocumentText.of(line.question()
                        .map(CheckSpec::evidence)
                        .map(EvidenceCheck::maxAge)
                        .map(Object::toString)
                        .orElse("")),
                DocumentText.of(blocks(line)));
    }

    private static String blocks(QuestionLine line) {
        if (line.worst().gate() != null) {
            return "releases, at gate " + line.worst().gate();
        }
        return line.required() ? "the verdict" : "nothing, it warns";
    }

    List<Block> data() {
        var blocks = matter.lines(section).stream().flatMap(this::data).toList();
        return blocks.isEmpty() ? List.of(Block.says("No evidence is there yet.")) : blocks;
    }

    private Stream<Block> data(QuestionLine line) {
        return matter.evidence(line).stream()
                .limit(1)
                .filter(it -> it.spec().data() != null)
                .flatMap(it -> Stream.concat(facts(line, it), lists(it)));
    }

    private static Stream<Block> facts(QuestionLine line, StatedEvidence statement) {
        var rows = statement.spec().data().properties().stream()
                .filter(it -> !isTable(it.getValue()))
                .map(it -> Block.row(DocumentText.of(it.getKey()), value(it.getValue())))
                .toList();
        var caption = "%s: %s".formatted(line.title(), LineSentences.source(statement));
        return rows.isEmpty()
                ? Stream.of(Block.says(caption + "."))
                : Stream.of(Block.table(caption, List.of("Fact", "Value"), rows));
    }

    private static Stream<Block> lists(StatedEvidence statement) {
        return statement.spec().data().properties().stream()
                .filter(it -> isTable(it.getValue()))
                .map(it -> list(it.getKey(), (ArrayNode) it.getValue()));
    }

    /** A list of objects is a table: a key of any of them is a column. */
    private static boolean isTable(JsonNode value) {
        return value instanceof ArrayNode
                && !value.isEmpty()
                && value.valueStream().allMatch(ObjectNode.class::isInstance);
    }

    private static Block list(String name, ArrayNode list) {
        var keys = new LinkedHashSet<String>();
        list.valueStream().forEach(it -> it.fieldNames().forEachRemaining(keys::add));
        return Block.table(
                name,
                keys.stream().map(it -> isNumber(list, it) ? "#" + it : it).toList(),
                list.valueStream()
                        .map(row ->
                                keys.stream().map(key -> value(row.path(key))).toList())
                        .toList());
    }

    private static boolean isNumber(ArrayNode list, String key) {
        return list.valueStream().map(it -> it.path(key)).allMatch(it -> it.isNumber() || it.isMissingNode());
    }

    private static DocumentText value(JsonNode value) {
        var text = text(value);
        return DocumentText.of(text).to(text);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(EvidencePart::text).collect(joining(", "));
        }
        return value.isObject()
                ? value.properties().stream()
                        .map(it -> it.getKey() + " " + text(it.getValue()))
                        .collect(joining(", "))
                : value.asText("");
    }
}
