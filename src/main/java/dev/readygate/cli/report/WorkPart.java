package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Checklist;
import dev.readygate.cli.document.Block.Item;
import dev.readygate.cli.document.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be done: as actions, as missing capabilities, as gaps to live with, as the way to the target. */
record WorkPart(Matter matter, DocumentSection section) {

    List<Block> actions() {
        var rows = gaps().filter(it -> it.todo() != null).map(this::action).toList();
        return rows.isEmpty()
                ? List.of(Block.says("Nothing is to be done."))
                : List.of(Block.table(
                        "Actions, the most urgent first",
                        List.of("Priority", "What", "Why", "Duration", "Owner"),
                        rows));
    }

    private List<Cell> action(Line line) {
        return Block.row(
                priority(line),
                Cell.of(line.todo()).to(line.runbook().orElse(null)),
                Texts.gap(line),
                Cell.of(line.effort()),
                Cell.of(line.owner()));
    }

    private static Cell priority(Line line) {
        return Cell.of(line.priority().map(Enum::name).orElse("none given"));
    }

    List<Block> missing() {
        var rows = gaps().map(it -> Block.row(
                        Cell.of(it.title()),
                        Cell.of(it.required() ? "keeps it from passing" : "lowers the score"),
                        priority(it),
                        Cell.of(it.effort()),
                        gain(it)))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says("No capability is missing."))
                : List.of(
                        Block.table(
                                "Missing capabilities",
                                List.of("Capability", "Impact", "Priority", "Effort", "#Return"),
                                rows),
                        Block.says("Return is what the overall number would gain if that check passed."));
    }

    private Cell gain(Line line) {
        return matter.overall()
                .gain(line)
                .map(it -> Cell.of(sign(it) + matter.words().number(it)))
                .orElse(Cell.of("unknown"));
    }

    private static String sign(BigDecimal number) {
        return number.signum() < 0 ? "" : "+";
    }

    /** Without those that keep it from passing: they are no gaps to live with. */
    List<Block> gapsToLiveWith() {
        var rows = gaps().filter(it -> !it.required()).map(WorkPart::tolerated).toList();
        return rows.isEmpty()
                ? List.of(Block.says("There are none."))
                : List.of(Block.table(
                        "Gaps that do not keep it from passing",
                        List.of("Gap", "State", "What closes it", "Work", "Target day", "Owner"),
                        rows));
    }

    /** Whoever began when it failed first would be done by then. */
    private static List<Cell> tolerated(Line line) {
        return Block.row(
                Cell.of(line.title()),
                line.state().cell(),
                Cell.of(line.todo() == null ? line.why() : line.todo())
                        .to(line.runbook().orElse(null)),
                Cell.of(line.effort()),
                Cell.of(Dates.after(line.worst().since(), line.effort()).orElse("")),
                Cell.of(line.owner()));
    }

    List<Block> exitCriteria() {
        var overall = matter.overall();
        var items = new ArrayList<Item>();
        var target = BigDecimal.valueOf(matter.words().target());
        boolean reached =
                overall.score().filter(it -> it.compareTo(target) >= 0).isPresent();
        items.add(new Item(
                reached,
                Cell.of("overall %s, from %s"
                        .formatted(
                                matter.words().targetBand(),
                                overall.score().map(matter.words()::score).orElse("no data")))));
        items.add(new Item(
                overall.coverage() >= matter.words().scoring().minCoverage(),
                Cell.of("%d %% of the weight answered, from %d %%"
                        .formatted(matter.words().scoring().minCoverage(), overall.coverage()))));
        var open = gaps().toList();
        for (var line : open) {
            overall = overall.assuming(line);
            items.add(new Item(false, criterion(line, overall)));
        }
        required()
                .map(it -> new Item(true, Cell.of(it.title() + " (required)")))
                .forEach(items::add);
        return List.of(
                new Checklist(items),
                Block.says("Behind each criterion is the overall number once it and those above it are met."));
    }

    private Cell criterion(Line line, Overall then) {
        var score = then.score().map(it -> ", then " + matter.words().score(it)).orElse("");
        return Cell.of(Texts.gap(line).text() + score);
    }

    private Stream<Line> required() {
        return matter.lines(section).stream().filter(it -> it.required() && it.state() == State.Pass);
    }

    private Stream<Line> gaps() {
        return matter.gaps(section).stream();
    }
}
