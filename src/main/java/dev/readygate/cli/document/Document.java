package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** @param result the number and the word it all comes to */
public record Document(String title, DocumentResult result, List<Section> sections) {
    public Document {
        requireNonNull(title, "title");
        requireNonNull(result, "result");
        sections = List.copyOf(sections);
    }
}
