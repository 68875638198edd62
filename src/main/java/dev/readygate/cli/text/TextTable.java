package dev.readygate.cli.text;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints columns like kubectl: three spaces between them, nothing after the last. */
public final class TextTable {
    private static final String GAP = "   ";

    private final List<List<TableCell>> rows = new ArrayList<>();

    public TextTable(String... head) {
        row(Stream.of(head).map(TableCell::plain).toArray(TableCell[]::new));
    }

    public TextTable row(TableCell... cells) {
        rows.add(List.of(cells));
        return this;
    }

    TextTable only(IntPredicate column) {
        rows.replaceAll(row ->
                IntStream.range(0, row.size()).filter(column).mapToObj(row::get).toList());
        return this;
    }

    /** Leaves out columns in which all cells are empty. */
    TextTable withoutEmptyColumns() {
        var used = IntStream.range(0, rows.getFirst().size())
                .filter(this::isUsed)
                .boxed()
                .toList();
        return only(used::contains);
    }

    private boolean isUsed(int column) {
        return rows.stream().skip(1).anyMatch(it -> !it.get(column).text().isEmpty());
    }

    public String text(boolean colours) {
        return text(colours, new Columns());
    }

    String text(boolean colours, Columns columns) {
        var widths = columns.atLeast(widths());
        return rows.stream().map(it -> line(it, widths, colours)).collect(joining());
    }

    private int[] widths() {
        return IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(it -> it.get(column).text().length())
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static String line(List<TableCell> cells, int[] widths, boolean colours) {
        return IntStream.range(0, cells.size())
                        .mapToObj(it -> padded(cells.get(it), widths[it], colours))
                        .collect(joining(GAP))
                        .stripTrailing()
                + "\n";
    }

    private static String padded(TableCell cell, int width, boolean colours) {
        var shown = colours ? cell.colour().paint(cell.text()) : cell.text();
        return shown + " ".repeat(width - cell.text().length());
    }
}
