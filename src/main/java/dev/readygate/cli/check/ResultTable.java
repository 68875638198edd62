package dev.readygate.cli.check;

import dev.readygate.checks.manifest.Containers;
import dev.readygate.checks.manifest.RuleResult;
import dev.readygate.cli.text.TableCell;
import dev.readygate.cli.text.TextTable;
import dev.readygate.facts.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table for users: the rules that are not kept, why they matter, what to do, and a summary.
 *
 * @param everything also lists rules that are kept
 */
public record ResultTable(boolean everything, boolean colours) {

    public String text(CheckOutcomes outcomes, FailureLimit failOn) {
        var table = new TextTable("DEPLOYMENT", "RULE", "OUTCOME", "WHY");
        var lines = outcomes.deployments().stream().flatMap(this::lines).toList();
        lines.forEach(it -> add(table, it));
        var sum = new Sum(outcomes, failOn).text();
        return lines.isEmpty() ? sum : table.text(colours) + "\n" + sum;
    }

    private record ResultLine(Checked.CheckedDeployment name, OfflineAnswer answer, RuleResult rule) {}

    private Stream<ResultLine> lines(Checked checked) {
        return checked.answers().stream()
                .flatMap(answer -> answer.rules().stream()
                        .filter(it -> everything || it.outcome() != Outcome.Pass)
                        .map(it -> new ResultLine(checked.name(), answer, it)));
    }

    private void add(TextTable table, ResultLine line) {
        var rule = line.rule();
        var told = told(rule);
        table.row(
                TableCell.plain(line.name()),
                TableCell.plain(line.answer().id(rule)),
                TableCell.word(word(line)),
                TableCell.plain(told.isEmpty() ? "" : told.getFirst()));
        told.stream().skip(1).forEach(it -> table.row(nothing(), nothing(), nothing(), TableCell.plain(it)));
    }

    private static TableCell nothing() {
        return TableCell.plain("");
    }

    private static Object word(ResultLine line) {
        var outcome = line.rule().outcome();
        return outcome == Outcome.Fail && !line.answer().policy().blocking() ? "Warn" : outcome;
    }

    /** The sentences on a rule, one line each. */
    private static List<String> told(RuleResult rule) {
        var words = rule.words();
        var what = words.why().isEmpty() || rule.outcome() != Outcome.Fail
                ? rule.message()
                : Containers.before(rule.containers(), words.why());
        var fix = words.fix().isEmpty() || rule.outcome() != Outcome.Fail ? "" : "Fix: " + words.fix();
        return Stream.of(rule.outcome() == Outcome.Pass ? words.title() : what, fix)
                .filter(it -> !it.isEmpty())
                .map(it -> it.replaceAll("\\s+", " "))
                .toList();
    }
}
