package dev.readygate.cli.format;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.cli.format.ResultEntry.EntryPlace;
import dev.readygate.cli.format.ResultEntry.Level;
import dev.readygate.cli.format.ResultEntry.ReportedRule;
import dev.readygate.cli.format.ResultEntry.Spot;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes SARIF 2.1.0 for code hosts. A passed rule is not a result, because code hosts would show an alert for it. A
 * rule that was not asked is a notification of the run.
 */
public record Sarif(String toolVersion) {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public String text(List<ResultEntry> entries) {
        var log = JSON.objectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.putArray("runs").add(run(entries));
        return log.toPrettyString() + "\n";
    }

    private ObjectNode run(List<ResultEntry> entries) {
        var rules = entries.stream().map(ResultEntry::rule).collect(toCollection(LinkedHashSet::new));
        var order = rules.stream().map(ReportedRule::id).distinct().toList();
        var run = JSON.objectNode();
        var driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Readygate");
        driver.put("version", toolVersion);
        driver.set("rules", array(order.stream().map(id -> rule(first(rules, id)))));
        run.putArray("invocations")
                .addObject()
                .put("executionSuccessful", true)
                .set("toolExecutionNotifications", array(notifications(entries)));
        run.put("columnKind", "utf16CodeUnits");
        run.set(
                "results",
                array(entries.stream().flatMap(it -> level(it.level()).map(level -> result(it, level, order)))));
        return run;
    }

    private static ReportedRule first(LinkedHashSet<ReportedRule> rules, String id) {
        return rules.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    private static ArrayNode array(Stream<? extends JsonNode> elements) {
        var array = JSON.arrayNode();
        elements.forEach(array::add);
        return array;
    }

    private static ObjectNode rule(ReportedRule rule) {
        var descriptor = JSON.objectNode();
        descriptor.put("id", rule.id());
        descriptor.set("shortDescription", message(rule.title()));
        if (!rule.help().isEmpty()) {
            descriptor.set("help", message(rule.help()));
        }
        return descriptor;
    }

    private static ObjectNode result(ResultEntry entry, String level, List<String> order) {
        var result = JSON.objectNode();
        result.put("ruleId", entry.rule().id());
        result.put("ruleIndex", order.indexOf(entry.rule().id()));
        result.put("level", level);
        result.set("message", message("%s: %s".formatted(entry.where().subject(), entry.message())));
        result.set("locations", array(Stream.of(location(entry.where()))));
        result.putObject("partialFingerprints")
                .put(
                        "subjectAndRule/v1",
                        entry.where().subject() + " " + entry.rule().id());
        return result;
    }

    /** SARIF's level; empty for entries that are not results. */
    private static Stream<String> level(Level level) {
        return switch (level) {
            case Failure -> Stream.of("error");
            case Warning, Error -> Stream.of("warning");
            case Note -> Stream.of("note");
            case Pass, Skipped -> Stream.empty();
        };
    }

    private static ObjectNode location(EntryPlace where) {
        var location = JSON.objectNode();
        where.spot().ifPresent(it -> location.set("physicalLocation", physical(it)));
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", where.subject())
                .put("kind", "resource");
        return location;
    }

    private static ObjectNode physical(Spot spot) {
        var physical = JSON.objectNode();
        physical.putObject("artifactLocation").put("uri", uri(spot.file()));
        physical.putObject("region").put("startLine", spot.line());
        return physical;
    }

    /** Relative to the working directory of the run, where code hosts look for the file. */
    private static String uri(String file) {
        try {
            return file.startsWith("/")
                    ? new URI("file", "", file, null).toASCIIString()
                    : new URI(null, null, "./" + file, null).toASCIIString().substring(2);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file + " is no path", e);
        }
    }

    private static Stream<ObjectNode> notifications(List<ResultEntry> entries) {
        return entries.stream().filter(it -> it.level() == Level.Skipped).map(Sarif::notification);
    }

    private static ObjectNode notification(ResultEntry entry) {
        var notification = JSON.objectNode();
        notification.putObject("associatedRule").put("id", entry.rule().id());
        notification.put("level", "note");
        notification.set("message", message("%s: %s".formatted(entry.where().subject(), entry.message())));
        return notification;
    }

    private static ObjectNode message(String text) {
        return JSON.objectNode().put("text", text);
    }
}
