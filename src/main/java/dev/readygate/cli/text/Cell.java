package dev.readygate.cli.text;

import java.util.Optional;

public record Cell(String text, Colour colour) {
    public static Cell plain(Object value) {
        return new Cell(text(value), Colour.Plain);
    }

    /** A word of a report, in its colour. */
    public static Cell word(Object value) {
        return new Cell(text(value), Colour.of(value));
    }

    private static String text(Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }
}
