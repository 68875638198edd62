package dev.readygate.cli.imports;

/** A file does not have the expected format: one sentence with its name and the format. */
public final class WrongFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongFile(String sentence) {
        super(sentence);
    }
}
