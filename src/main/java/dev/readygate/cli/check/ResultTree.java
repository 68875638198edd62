package dev.readygate.cli.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.checks.manifest.RuleResult;
import dev.readygate.cli.check.Checked.SkippedCheck;
import dev.readygate.facts.Outcome;

/** All results for programs, as JSON or YAML. */
public final class ResultTree {
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

    private ResultTree() {}

    public static String json(CheckOutcomes outcomes, FailureLimit failOn) {
        return of(outcomes, failOn).tree.toPrettyString() + "\n";
    }

    public static String yaml(CheckOutcomes outcomes, FailureLimit failOn) {
        var yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .build();
        try {
            return yaml.writeValueAsString(of(outcomes, failOn).tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is YAML", e);
        }
    }

    private static ResultTree of(CheckOutcomes outcomes, FailureLimit failOn) {
        var result = new ResultTree();
        var sum = new Sum(outcomes, failOn);
        result.tree.put("outcome", sum.word());
        result.tree
                .putObject("rules")
                .put("kept", sum.rules(Outcome.Pass))
                .put("notKept", sum.rules(Outcome.Fail))
                .put("waived", sum.rules(Outcome.Waived))
                .put("notJudged", sum.rules(Outcome.Error, Outcome.Unknown));
        var deployments = result.tree.putArray("deployments");
        outcomes.deployments().forEach(it -> write(it, deployments.addObject()));
        var notes = result.tree.putArray("notes");
        outcomes.notes().forEach(notes::add);
        return result;
    }

    private static void write(Checked checked, ObjectNode to) {
        to.put("namespace", checked.name().namespace());
        to.put("name", checked.name().deployment());
        to.put("file", checked.place().file());
        to.put("line", checked.place().line());
        var checks = to.putArray("checks");
        checked.answers().forEach(it -> write(it, checks.addObject()));
        var notAsked = to.putArray("notAsked");
        checked.notAsked().forEach(it -> write(it, notAsked.addObject()));
    }

    private static void write(SkippedCheck question, ObjectNode to) {
        to.put("name", question.check());
        to.put("kind", question.kind());
        to.put("askedBy", question.by());
    }

    private static void write(OfflineAnswer answer, ObjectNode to) {
        var finding = answer.finding();
        to.put("name", answer.asker().check());
        if (!answer.asker().by().isEmpty()) {
            to.put("askedBy", answer.asker().by());
        }
        to.put("outcome", finding.outcome().name());
        to.put("reason", finding.reason());
        to.put("message", finding.message());
        to.put("value", finding.value().seen());
        finding.worth().ifPresent(it -> to.put("score", it));
        to.put("blocking", answer.asker().blocking());
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
