package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** @param result the overall score and verdict */
public record Document(String title, DocumentResult result, List<Section> sections) {
    public Document {
        requireNonNull(title, "title");
        requireNonNull(result, "result");
        sections = List.copyOf(sections);
    }
}
