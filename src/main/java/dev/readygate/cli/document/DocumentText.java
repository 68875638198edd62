package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A piece of text. */
public record DocumentText(String text, Tone tone, Optional<String> link) {
    public static final DocumentText EMPTY = of("");

    public DocumentText {
        requireNonNull(text, "text");
        requireNonNull(tone, "tone");
        requireNonNull(link, "link");
    }

    /** Nothing for what is not there. */
    public static DocumentText of(Object text) {
        return new DocumentText(text == null ? "" : text.toString(), Tone.Plain, Optional.empty());
    }

    public DocumentText in(Tone tone) {
        return new DocumentText(text, tone, link);
    }

    /** Only to pages: whatever else calls itself an address leads nowhere. */
    public DocumentText to(String address) {
        return new DocumentText(
                text, tone, Optional.ofNullable(address).filter(it -> it.matches("(?i)https?://[^\\s<>\"'`]+")));
    }
}
