package dev.readygate.cli.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Bullets;
import dev.readygate.cli.document.Block.Label;
import dev.readygate.cli.document.Block.Paragraph;
import dev.readygate.cli.document.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Row by row: in full with evidence, gaps and one action, as a table for the board, or against the standard. */
record RowsPart(Matter matter, DocumentSection section) {

    List<Block> inFull() {
        return matter.rows(section).stream().flatMap(this::inFull).toList();
    }

    private Stream<Block> inFull(Row row) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.heading(
                row.title(), matter.words().score(row), matter.words().grade(row)));
        blocks.add(Block.says(rationale(row)));
        list("Evidence", row.lines().stream().filter(it -> it.state() == State.Pass), blocks, this::evidence);
        list("Known issues", row.lines().stream().filter(it -> it.state() == State.Waived), blocks, this::gap);
        list("Gaps", row.gaps().stream(), blocks, this::gap);
        action(row).ifPresent(it -> {
            blocks.add(new Label("Action"));
            blocks.add(new Paragraph(it));
        });
        return blocks.stream();
    }

    private static String rationale(Row row) {
        if (row.lines().isEmpty()) {
            return "No check belongs to it.";
        }
        var counts = row.lines().stream().collect(groupingBy(Line::state, TreeMap::new, counting()));
        return "%s: %s.%s"
                .formatted(
                        row.lines().size() == 1 ? "1 check" : row.lines().size() + " checks",
                        counts.entrySet().stream()
                                .sorted(java.util.Map.Entry.comparingByKey(java.util.Comparator.reverseOrder()))
                                .map(it ->
                                        it.getValue() + " " + it.getKey().cell().text())
                                .collect(joining(", ")),
                        row.counts() ? "" : " Not counted in the overall number.");
    }

    private static void list(
            String title, Stream<Line> lines, List<Block> blocks, java.util.function.Function<Line, Cell> form) {
        var items = lines.map(form).toList();
        if (!items.isEmpty()) {
            blocks.add(new Label(title));
            blocks.add(new Bullets(items));
        }
    }

    private Cell evidence(Line line) {
        return Texts.evidence(matter, line);
    }

    private Cell gap(Line line) {
        return Texts.gap(line);
    }

    private Optional<Cell> action(Row row) {
        return matter.gaps(section).stream()
                .filter(it -> row.lines().contains(it) && it.todo() != null)
                .findFirst()
                .map(Texts::action);
    }

    List<Block> board() {
        return List.of(Block.table(
                "Board summary",
                List.of("Category", "#Score", "Grade", "#Weight", "#Passing", "Main gap"),
                matter.rows(section).stream().map(this::ofBoard).toList()));
    }

    private List<Cell> ofBoard(Row row) {
        long passing =
                row.lines().stream().filter(it -> it.state() == State.Pass).count();
        return Block.row(
                Cell.of(row.title()),
                matter.words().score(row),
                matter.words().grade(row),
                Cell.of(row.counts() ? row.weight(_ -> true).toPlainString() : "not counted"),
                Cell.of("%d of %d".formatted(passing, row.lines().size())),
                mainGap(row).map(it -> Cell.of(it.title())).orElse(Cell.EMPTY));
    }

    private Optional<Line> mainGap(Row row) {
        return matter.gaps(section).stream()
                .filter(it -> row.lines().contains(it))
                .findFirst();
    }

    List<Block> comparison() {
        var rows = matter.rows(section).stream().filter(Row::counts).toList();
        long met = rows.stream()
                .filter(it -> it.value().orElse(-1) >= matter.words().target())
                .count();
        return List.of(
                Block.says("%d of %d areas meet the standard.".formatted(met, rows.size())),
                Block.table(
                        "Comparison to the standard",
                        List.of("Area", "#Current", "#Standard", "#Gap", "Priority", "What is missing"),
                        rows.stream().map(this::compared).toList()));
    }

    private List<Cell> compared(Row row) {
        var words = matter.words();
        var missing = row.value().map(it -> java.math.BigDecimal.valueOf(words.target() - (long) it));
        return Block.row(
                Cell.of(row.title()),
                words.score(row),
                Cell.of(words.score(words.target())),
                missing.map(it -> it.signum() > 0
                                ? Cell.of(words.number(it)).in(dev.readygate.cli.document.Tone.Bad)
                                : Cell.of("none").in(dev.readygate.cli.document.Tone.Good))
                        .orElse(Cell.of("unknown").in(dev.readygate.cli.document.Tone.Unknown)),
                Cell.of(mainGap(row).flatMap(Line::priority).map(Enum::name).orElse("")),
                Cell.of(row.gaps().stream().map(Line::title).collect(joining(", "))));
    }
}
