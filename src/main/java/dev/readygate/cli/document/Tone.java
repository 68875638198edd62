package dev.readygate.cli.document;

/** The colour of a text. Formats without colours leave it out, so the text alone must be clear. */
public enum Tone {
    Plain,
    Good,
    Warning,
    Bad,
    Unknown
}
