package dev.readygate.cli.check;

/** The input is invalid; the sentence says where, and what to do. */
public final class UnreadableInput extends RuntimeException {
    public UnreadableInput(String sentence) {
        super(sentence);
    }

    static UnreadableInput at(Place place, String what) {
        return new UnreadableInput("%s: %s".formatted(place, what));
    }
}
