package dev.readygate.cli.text;

import java.util.Optional;

public record TableCell(String text, Colour colour) {
    public static TableCell plain(Object value) {
        return new TableCell(text(value), Colour.Plain);
    }

    /** A word of a report with its colour. */
    public static TableCell word(Object value) {
        return new TableCell(text(value), Colour.of(value));
    }

    private static String text(Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }
}
