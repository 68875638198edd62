package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** @param part the kind of section, for programs */
public record Section(String part, String title, List<Block> blocks) {
    public Section {
        requireNonNull(part, "part");
        requireNonNull(title, "title");
        blocks = List.copyOf(blocks);
    }

    /** For formats without drawings. */
    List<Block> texts() {
        return blocks.stream().filter(it -> !(it instanceof Block.Drawing)).toList();
    }
}
