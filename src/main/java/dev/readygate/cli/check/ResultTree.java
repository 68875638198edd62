package dev.readygate.cli.check;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.checks.manifest.RuleResult;
import dev.readygate.cli.check.Checked.SkippedCheck;
import dev.readygate.facts.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** All results for programs, as JSON or YAML. A tree of ten thousand Deployments is written one by one. */
public final class ResultTree {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    private final CheckOutcomes outcomes;
    private final Sum sum;

    public ResultTree(CheckOutcomes outcomes, FailureLimit failOn) {
        this.outcomes = outcomes;
        this.sum = new Sum(outcomes, failOn);
    }

    public void writeJson(PrintWriter to) {
        write(JSON, to);
        to.println();
    }

    public void writeYaml(PrintWriter to) {
        write(YAML, to);
    }

    private void write(ObjectMapper format, PrintWriter to) {
        try (var generator = format.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            if (format == JSON) {
                generator.useDefaultPrettyPrinter();
            }
            write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("outcome", sum.word());
        to.writeFieldName("rules");
        to.writeTree(counts());
        to.writeArrayFieldStart("deployments");
        for (var it : outcomes.deployments()) {
            to.writeTree(tree(it));
        }
        to.writeEndArray();
        to.writeArrayFieldStart("notes");
        for (var it : outcomes.notes()) {
            to.writeString(it);
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private ObjectNode counts() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kept", sum.rules(Outcome.Pass))
                .put("notKept", sum.rules(Outcome.Fail))
                .put("waived", sum.rules(Outcome.Waived))
                .put("notJudged", sum.rules(Outcome.Error, Outcome.Unknown));
    }

    private static ObjectNode tree(Checked checked) {
        var to = JsonNodeFactory.instance.objectNode();
        to.put("namespace", checked.name().namespace());
        to.put("name", checked.name().deployment());
        to.put("file", checked.place().file());
        to.put("line", checked.place().line());
        var checks = to.putArray("checks");
        checked.answers().forEach(it -> write(it, checks.addObject()));
        var notAsked = to.putArray("notAsked");
        checked.notAsked().forEach(it -> write(it, notAsked.addObject()));
        return to;
    }

    private static void write(SkippedCheck question, ObjectNode to) {
        to.put("name", question.check());
        to.put("kind", question.kind());
        to.put("askedBy", question.by());
    }

    private static void write(OfflineAnswer answer, ObjectNode to) {
        var finding = answer.finding();
        to.put("name", answer.policy().check());
        if (!answer.policy().by().isEmpty()) {
            to.put("askedBy", answer.policy().by());
        }
        to.put("outcome", finding.outcome().name());
        to.put("reason", finding.reason().name());
        to.put("message", finding.message());
        to.put("value", finding.value().seen());
        finding.worth().ifPresent(it -> to.put("score", it));
        to.put("blocking", answer.policy().blocking());
        var rules = to.putArray("rules");
        answer.rules().forEach(it -> write(it, rules.addObject()));
    }

    private static void write(RuleResult rule, ObjectNode to) {
        to.put("name", rule.name());
        to.put("outcome", rule.outcome().name());
        putUnlessEmpty(to, "title", rule.words().title());
        putUnlessEmpty(to, "why", rule.words().why());
        putUnlessEmpty(to, "fix", rule.words().fix());
        putUnlessEmpty(to, "message", rule.message());
        if (!rule.containers().isEmpty()) {
            rule.containers().forEach(to.putArray("containers")::add);
        }
    }

    private static void putUnlessEmpty(ObjectNode to, String field, String text) {
        if (!text.isEmpty()) {
            to.put(field, text);
        }
    }
}
