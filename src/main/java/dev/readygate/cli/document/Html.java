package dev.readygate.cli.document;

import static java.util.stream.Collectors.joining;

import dev.readygate.cli.document.Block.Bullets;
import dev.readygate.cli.document.Block.Checklist;
import dev.readygate.cli.document.Block.Column;
import dev.readygate.cli.document.Block.Drawing;
import dev.readygate.cli.document.Block.Heading;
import dev.readygate.cli.document.Block.Item;
import dev.readygate.cli.document.Block.Label;
import dev.readygate.cli.document.Block.Numbered;
import dev.readygate.cli.document.Block.Paragraph;
import dev.readygate.cli.document.Block.TableBlock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes one file that needs no other: no script, image or font, and no links but those of policies and evidence. */
public final class Html {
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private Html() {}

    public static String text(Document document) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%1$s</title>
                <style>
                %2$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %3$s</main>
                </body>
                </html>
                """.formatted(
                escaped(document.title()),
                HtmlStyle.TEXT,
                IntStream.range(0, document.sections().size())
                        .mapToObj(it -> section(it + 1, document.sections().get(it)))
                        .collect(joining()));
    }

    private static String section(int number, Section section) {
        return "<section aria-labelledby=\"s%1$d\" class=\"%2$s\">\n<h2 id=\"s%1$d\">%3$s</h2>\n%4$s</section>\n"
                .formatted(
                        number,
                        escaped(section.part().toLowerCase(Locale.ROOT)),
                        escaped(section.title()),
                        section.blocks().stream()
                                .map(it -> block(it, section.title()))
                                .collect(joining()));
    }

    private static String block(Block block, String heading) {
        return switch (block) {
            case Paragraph it -> "<p>" + cell(it.text()) + "</p>\n";
            case Heading it -> "<h3>" + escaped(it.text()) + marks(it.marks()) + "</h3>\n";
            case Label it -> "<p class=\"label\">" + escaped(it.text()) + "</p>\n";
            case Bullets it -> list("ul", it.items());
            case Numbered it -> list("ol", it.items());
            case Checklist it ->
                it.items().stream().map(Html::item).collect(joining("", "<ul class=\"checklist\">\n", "</ul>\n"));
            case TableBlock it -> table(it, heading);
            case Drawing it -> HtmlPicture.of(it.picture());
        };
    }

    private static String marks(List<DocumentText> marks) {
        return marks.stream()
                .map(it -> " <span class=\"mark\">" + cell(it) + "</span>")
                .collect(joining());
    }

    private static String list(String element, List<DocumentText> items) {
        return items.stream()
                .map(it -> "<li>" + cell(it) + "</li>\n")
                .collect(joining("", "<" + element + ">\n", "</" + element + ">\n"));
    }

    private static String item(Item item) {
        return "<li class=\"%s\"><span aria-hidden=\"true\">%s</span><span class=\"aside\">%s: </span>%s</li>\n"
                .formatted(
                        item.done() ? "done" : "open",
                        item.done() ? "☑" : "☐",
                        item.done() ? "done" : "open",
                        cell(item.text()));
    }

    /** A table wider than the page scrolls, also by keyboard. A caption that repeats the heading is hidden. */
    private static String table(TableBlock table, String heading) {
        var shown = table.caption().equals(heading) ? " class=\"aside\"" : "";
        return "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"%1$s\">\n<table>\n<caption%2$s>%1$s</caption>\n"
                        .formatted(escaped(table.caption()), shown)
                + table.columns().stream()
                        .map(it -> "<th scope=\"col\"%s>%s</th>".formatted(number(it), escaped(it.title())))
                        .collect(joining("", "<thead><tr>", "</tr></thead>\n<tbody>\n"))
                + table.rows().stream().map(it -> row(table.columns(), it)).collect(joining())
                + "</tbody>\n</table>\n</div>\n";
    }

    private static String row(List<Column> columns, List<DocumentText> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(it -> it == 0
                        ? "<th scope=\"row\">" + cell(cells.get(it)) + "</th>"
                        : "<td" + number(columns.get(it)) + ">" + cell(cells.get(it)) + "</td>")
                .collect(joining("", "<tr>", "</tr>\n"));
    }

    private static String number(Column column) {
        return column.number() ? " class=\"number\"" : "";
    }

    static String cell(DocumentText cell) {
        var text = DAY.matcher(escaped(cell.text())).replaceAll("<span class=\"day\">$0</span>");
        var toned = cell.tone() == Tone.Plain || text.isEmpty()
                ? text
                : "<span class=\"tone %s\">%s</span>"
                        .formatted(cell.tone().name().toLowerCase(Locale.ROOT), text);
        return cell.link()
                .map(it -> "<a href=\"%s\" rel=\"noreferrer noopener\">%s</a>".formatted(escaped(it), toned))
                .orElse(toned);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "�");
    }
}
