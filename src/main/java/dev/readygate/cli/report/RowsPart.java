package dev.readygate.cli.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Label;
import dev.readygate.cli.document.Block.Paragraph;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows: in full with evidence, gaps and one action, as a table for the board, or compared with the standard. */
record RowsPart(DocumentModel matter, DocumentSection section) {

    List<Block> inFull() {
        return matter.rows(section).stream().flatMap(this::inFull).toList();
    }

    private Stream<Block> inFull(CategoryRow row) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.heading(
                row.title(), matter.words().score(row), matter.words().grade(row)));
        row.name().description().map(Block::says).ifPresent(blocks::add);
        blocks.add(Block.says(rationale(row)));
        Stream.of(
                        Block.labelled("Evidence", texts(row, QuestionState.Pass, this::evidence)),
                        Block.labelled("Known issues", texts(row, QuestionState.Waived, LineSentences::gap)),
                        Block.labelled(
                                "Gaps",
                                row.gaps().stream().map(LineSentences::gap).toList()))
                .flatMap(it -> it)
                .forEach(blocks::add);
        action(row).ifPresent(it -> {
            blocks.add(new Label("Action"));
            blocks.add(new Paragraph(it));
        });
        return blocks.stream();
    }

    private static String rationale(CategoryRow row) {
        if (row.lines().isEmpty()) {
            return "No check belongs to it.";
        }
        var counts = row.lines().stream().collect(groupingBy(QuestionLine::state, TreeMap::new, counting()));
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

    private DocumentText evidence(QuestionLine line) {
        return LineSentences.evidence(matter, line);
    }

    private static List<DocumentText> texts(
            CategoryRow row, QuestionState state, Function<QuestionLine, DocumentText> form) {
        return row.lines().stream().filter(it -> it.state() == state).map(form).toList();
    }

    private Optional<DocumentText> action(CategoryRow row) {
        return matter.gaps(section).stream()
                .filter(it -> row.lines().contains(it) && it.todo() != null)
                .findFirst()
                .map(LineSentences::action);
    }

    List<Block> board() {
        return List.of(Block.table(
                "Board summary",
                List.of("Category", "#Score", "Grade", "#Weight", "#Passing", "Main gap"),
                matter.rows(section).stream().map(this::ofBoard).toList()));
    }

    private List<DocumentText> ofBoard(CategoryRow row) {
        long passing = row.lines().stream()
                .filter(it -> it.state() == QuestionState.Pass)
                .count();
        return Block.row(
                DocumentText.of(row.title()),
                matter.words().score(row),
                matter.words().grade(row),
                DocumentText.of(row.counts() ? row.weight(_ -> true).toPlainString() : "not counted"),
                DocumentText.of("%d of %d".formatted(passing, row.lines().size())),
                mainGap(row).map(it -> DocumentText.of(it.title())).orElse(DocumentText.EMPTY));
    }

    private Optional<QuestionLine> mainGap(CategoryRow row) {
        return matter.gaps(section).stream()
                .filter(it -> row.lines().contains(it))
                .findFirst();
    }

    List<Block> comparison() {
        var rows = matter.rows(section).stream().filter(CategoryRow::counts).toList();
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

    private List<DocumentText> compared(CategoryRow row) {
        var words = matter.words();
        var missing = row.value().map(it -> java.math.BigDecimal.valueOf(words.target() - (long) it));
        return Block.row(
                DocumentText.of(row.title()),
                words.score(row),
                DocumentText.of(words.score(words.target())),
                missing.map(it -> it.signum() > 0
                                ? DocumentText.of(words.number(it)).in(Tone.Bad)
                                : DocumentText.of("none").in(Tone.Good))
                        .orElse(DocumentText.of("unknown").in(Tone.Unknown)),
                DocumentText.of(mainGap(row)
                        .flatMap(QuestionLine::priority)
                        .map(Enum::name)
                        .orElse("")),
                DocumentText.of(row.gaps().stream().map(QuestionLine::title).collect(joining(", "))));
    }
}
