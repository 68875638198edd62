package dev.readygate.cli.imports;

/** A file does not say what it was given for: one sentence with its name and what was expected. */
public final class WrongFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongFile(String sentence) {
        super(sentence);
    }
}
