package dev.readygate.cli.document;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of a section. */
public sealed interface Block {

    record Paragraph(DocumentText text) implements Block {}

    /** A heading below that of the section, with marks beside it. */
    record Heading(String text, List<DocumentText> marks) implements Block {
        public Heading {
            marks = List.copyOf(marks);
        }
    }

    /** Names the next block. */
    record Label(String text) implements Block {}

    record Bullets(List<DocumentText> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** A numbered list, for steps in order. */
    record Numbered(List<DocumentText> items) implements Block {
        public Numbered {
            items = List.copyOf(items);
        }
    }

    /** A list of items that are done or open. */
    record Checklist(List<Item> items) implements Block {
        public Checklist {
            items = List.copyOf(items);
        }
    }

    record Item(boolean done, DocumentText text) {}

    record TableBlock(String caption, List<Column> columns, List<List<DocumentText>> rows) implements Block {
        public TableBlock {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (rows.stream().anyMatch(it -> it.size() != width)) {
                throw new IllegalArgumentException(caption + " has " + width + " columns, and a row that has not");
            }
        }

        /** Leaves out columns in which all cells are empty, but not the first one, which names the rows. */
        public TableBlock withoutEmptyColumns() {
            var used = IntStream.range(0, columns.size())
                    .filter(it -> it == 0
                            || rows.stream().anyMatch(row -> !row.get(it).text().isEmpty()))
                    .boxed()
                    .toList();
            return new TableBlock(
                    caption,
                    used.stream().map(columns::get).toList(),
                    rows.stream()
                            .map(row -> used.stream().map(row::get).toList())
                            .toList());
        }
    }

    /** A drawing of what the text beside it says. */
    record Drawing(Picture picture) implements Block {}

    record Column(String title, boolean number) {}

    static Paragraph says(String text) {
        return new Paragraph(DocumentText.of(text));
    }

    static Heading heading(String text, DocumentText... marks) {
        return new Heading(text, List.of(marks));
    }

    /** A column is one of numbers if its title begins with {@code #}. */
    static TableBlock table(String caption, List<String> titles, List<List<DocumentText>> rows) {
        var columns = titles.stream()
                .map(it -> it.startsWith("#") ? new Column(it.substring(1), true) : new Column(it, false))
                .collect(toCollection(ArrayList::new));
        return new TableBlock(caption, columns, rows).withoutEmptyColumns();
    }

    /** A table of names and values, without those that have no value. */
    static TableBlock facts(String caption, Stream<List<DocumentText>> facts) {
        return table(
                caption,
                List.of("Fact", "Value"),
                facts.filter(it -> !it.getLast().text().isEmpty()).toList());
    }

    /** Null becomes an empty value. */
    static List<DocumentText> fact(String name, Object value) {
        return row(DocumentText.of(name), DocumentText.of(value));
    }

    /** Items under a label; nothing where there are none. */
    static Stream<Block> labelled(String label, List<DocumentText> items) {
        return items.isEmpty() ? Stream.empty() : Stream.of(new Label(label), new Bullets(items));
    }

    static List<DocumentText> row(DocumentText... cells) {
        return Stream.of(cells).toList();
    }
}
