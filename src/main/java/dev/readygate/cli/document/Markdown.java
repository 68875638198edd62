package dev.readygate.cli.document;

import static java.util.stream.Collectors.joining;

import dev.readygate.cli.document.Block.Bullets;
import dev.readygate.cli.document.Block.Checklist;
import dev.readygate.cli.document.Block.Drawing;
import dev.readygate.cli.document.Block.Heading;
import dev.readygate.cli.document.Block.Label;
import dev.readygate.cli.document.Block.Numbered;
import dev.readygate.cli.document.Block.Paragraph;
import dev.readygate.cli.document.Block.TableBlock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes GitHub's Markdown. Texts of users are escaped: they can make no heading, link or picture. */
public final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]<>|~#!";

    private Markdown() {}

    public static String text(Document document) {
        return "# " + escaped(document.title()) + "\n"
                + document.sections().stream().map(Markdown::section).collect(joining());
    }

    private static String section(Section section) {
        return "\n## " + escaped(section.title()) + "\n"
                + section.texts().stream().map(it -> "\n" + block(it)).collect(joining());
    }

    private static String block(Block block) {
        return switch (block) {
            case Paragraph it -> lineStart(cell(it.text())) + "\n";
            case Heading it -> "### " + escaped(it.text()) + marks(it.marks()) + "\n";
            case Label it -> "**" + escaped(it.text()) + "**\n";
            case Bullets it -> lines(it.items(), item -> "- " + lineStart(cell(item)));
            case Numbered it ->
                IntStream.range(0, it.items().size())
                        .mapToObj(i -> "%d. %s\n"
                                .formatted(i + 1, lineStart(cell(it.items().get(i)))))
                        .collect(joining());
            case Checklist it ->
                lines(it.items(), item -> "- [%s] %s".formatted(item.done() ? "x" : " ", cell(item.text())));
            case TableBlock it -> table(it);
            case Drawing _ -> "";
        };
    }

    private static String marks(List<DocumentText> marks) {
        return marks.isEmpty() ? "" : " (" + marks.stream().map(Markdown::cell).collect(joining(", ")) + ")";
    }

    private static String table(TableBlock table) {
        return line(table.columns(), it -> escaped(it.title()))
                + line(table.columns(), it -> it.number() ? "---:" : "---")
                + table.rows().stream().map(it -> line(it, Markdown::cell)).collect(joining());
    }

    private static <T> String line(List<T> cells, Function<T, String> form) {
        return cells.stream().map(form).collect(joining(" | ", "| ", " |\n"));
    }

    private static <T> String lines(List<T> items, Function<T, String> form) {
        return items.stream().map(it -> form.apply(it) + "\n").collect(joining());
    }

    private static String cell(DocumentText cell) {
        var text = escaped(cell.text());
        return cell.link()
                .map(it -> "[%s](%s)"
                        .formatted(
                                text, it.replace("(", "%28").replace(")", "%29").replace("|", "%7C")))
                .orElse(text);
    }

    /** Escapes a number or a sign that would begin a list. */
    private static String lineStart(String text) {
        return text.replaceFirst("^([-+=])", "\\\\$1").replaceFirst("^(\\d+)([.)])(?=\\s|$)", "$1\\\\$2");
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        for (char c : text.strip()
                .replaceAll("\\R", " ")
                .replaceAll("&(?=[#\\w]+;)", "&amp;")
                .toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }
}
