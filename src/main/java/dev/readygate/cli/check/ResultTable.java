package dev.readygate.cli.check;

import dev.readygate.checks.Ruled;
import dev.readygate.cli.text.Cell;
import dev.readygate.cli.text.Table;
import dev.readygate.facts.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * For people: what is not kept, why it matters and what to do, and a line that sums it up.
 *
 * @param everything what is kept, too
 */
public record ResultTable(boolean everything, boolean colours) {

    public String text(Outcomes outcomes, FailOn failOn) {
        var table = new Table("DEPLOYMENT", "RULE", "OUTCOME", "WHY");
        var lines = outcomes.deployments().stream().flatMap(this::lines).toList();
        lines.forEach(it -> add(table, it));
        var sum = new Sum(outcomes, failOn).text();
        return lines.isEmpty() ? sum : table.text(colours) + "\n" + sum;
    }

    private record Line(Checked.Name name, Answer answer, Ruled rule) {}

    private Stream<Line> lines(Checked checked) {
        return checked.answers().stream()
                .flatMap(answer -> answer.rules().stream()
                        .filter(it -> everything || it.outcome() != Outcome.Pass)
                        .map(it -> new Line(checked.name(), answer, it)));
    }

    private void add(Table table, Line line) {
        var rule = line.rule();
        var told = told(rule);
        table.row(
                Cell.plain(line.name()),
                Cell.plain(line.answer().id(rule)),
                Cell.word(word(line)),
                Cell.plain(told.isEmpty() ? "" : told.getFirst()));
        told.stream().skip(1).forEach(it -> table.row(nothing(), nothing(), nothing(), Cell.plain(it)));
    }

    private static Cell nothing() {
        return Cell.plain("");
    }

    private static Object word(Line line) {
        var outcome = line.rule().outcome();
        return outcome == Outcome.Fail && !line.answer().asker().blocking() ? "Warn" : outcome;
    }

    /** One line each. */
    private static List<String> told(Ruled rule) {
        var words = rule.words();
        var what = words.why().isEmpty() || rule.outcome() != Outcome.Fail ? rule.message() : words.why();
        var fix = words.fix().isEmpty() || rule.outcome() != Outcome.Fail ? "" : "Fix: " + words.fix();
        return Stream.of(rule.outcome() == Outcome.Pass ? words.title() : what, fix)
                .filter(it -> !it.isEmpty())
                .map(it -> it.replaceAll("\\s+", " "))
                .toList();
    }
}
