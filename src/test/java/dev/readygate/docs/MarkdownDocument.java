package dev.readygate.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown document of the repository. */
record MarkdownDocument(Path path, String text) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    static List<MarkdownDocument> all() {
        return Files.exists(Path.of("pom.xml")) ? in(Path.of("")) : List.of();
    }

    private static List<MarkdownDocument> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().flatMap(MarkdownDocument::at).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<MarkdownDocument> at(Path path) {
        var name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
            return name.startsWith(".") || name.equals("target") ? Stream.of() : in(path).stream();
        }
        return name.endsWith(".md") ? Stream.of(read(path)) : Stream.of();
    }

    private static MarkdownDocument read(Path path) {
        try {
            return new MarkdownDocument(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of its code blocks in a language. */
    List<String> blocks(String language) {
        return FENCE.matcher(text)
                .results()
                .filter(it -> it.group(2).equals(language))
                .map(it -> it.group(3).indent(-it.group(1).length()))
                .toList();
    }

    /** The text without code blocks. */
    String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    /** The targets of its links within the repository. */
    List<String> links() {
        return LINK.matcher(prose())
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.contains("://"))
                .toList();
    }

    /** The anchors of its headings. */
    List<String> anchors() {
        return HEADING.matcher(prose()).results().map(it -> anchor(it.group(1))).toList();
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(it -> Character.isLetterOrDigit(it) || it == ' ' || it == '-' || it == '_')
                .mapToObj(it -> it == ' ' ? "-" : Character.toString(it))
                .collect(joining());
    }

    long lines() {
        return text.lines().count();
    }

    /** Counts words as a reader does: bars of tables and dashes are not words. */
    long words() {
        return Stream.of(text.split("\\s+"))
                .filter(it -> it.chars().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
