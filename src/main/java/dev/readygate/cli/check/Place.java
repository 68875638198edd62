package dev.readygate.cli.check;

import static java.util.Objects.requireNonNull;

/** The place of an object in a file; documents and lines are counted from 1. */
public record Place(String file, int document, int line) {
    public Place {
        requireNonNull(file, "file");
    }

    @Override
    public String toString() {
        return "%s, document %d, line %d".formatted(file, document, line);
    }
}
