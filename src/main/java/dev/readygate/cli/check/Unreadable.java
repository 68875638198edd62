package dev.readygate.cli.check;

/** What was given cannot be understood; the sentence says where, and what to do. */
public final class Unreadable extends RuntimeException {
    public Unreadable(String sentence) {
        super(sentence);
    }

    static Unreadable at(Place place, String what) {
        return new Unreadable("%s: %s".formatted(place, what));
    }
}
