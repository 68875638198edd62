package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A piece of text. */
public record Cell(String text, Tone tone, Optional<String> link) {
    public static final Cell EMPTY = of("");

    public Cell {
        requireNonNull(text, "text");
        requireNonNull(tone, "tone");
        requireNonNull(link, "link");
    }

    /** Nothing for what is not there. */
    public static Cell of(Object text) {
        return new Cell(text == null ? "" : text.toString(), Tone.Plain, Optional.empty());
    }

    public Cell in(Tone tone) {
        return new Cell(text, tone, link);
    }

    /** Only to pages: whatever else calls itself an address leads nowhere. */
    public Cell to(String address) {
        return new Cell(
                text, tone, Optional.ofNullable(address).filter(it -> it.matches("(?i)https?://[^\\s<>\"'`]+")));
    }
}
