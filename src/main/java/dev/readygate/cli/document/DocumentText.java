package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A text with a tone and perhaps a link. */
public record DocumentText(String text, Tone tone, Optional<String> link) {
    public static final DocumentText EMPTY = of("");

    public DocumentText {
        requireNonNull(text, "text");
        requireNonNull(tone, "tone");
        requireNonNull(link, "link");
    }

    /** Null becomes an empty text. */
    public static DocumentText of(Object text) {
        return new DocumentText(text == null ? "" : text.toString(), Tone.Plain, Optional.empty());
    }

    public DocumentText in(Tone tone) {
        return new DocumentText(text, tone, link);
    }

    /** Links only to http and https addresses, and drops all others. */
    public DocumentText to(String address) {
        return new DocumentText(
                text, tone, Optional.ofNullable(address).filter(it -> it.matches("(?i)https?://[^\\s<>\"'`]+")));
    }
}
