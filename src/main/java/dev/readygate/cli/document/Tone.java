package dev.readygate.cli.document;

/** How a text is meant; forms without colours leave it out, so a text never rests on it alone. */
public enum Tone {
    Plain,
    Good,
    Warning,
    Bad,
    Unknown
}
