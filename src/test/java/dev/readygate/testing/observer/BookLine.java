package dev.readygate.testing.observer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of a GateBook, read as docs/explain/admission.md describes it and not with the operator's own reader. */
public record BookLine(String uid, boolean gatesServe, List<String> verified, Optional<HeldRevision> held) {
    private static final Pattern HELD = Pattern.compile("(\\S+) since (\\S+): ([^:]*): (.*)");
    private static final int FIELDS = 4;

    public BookLine {
        verified = List.copyOf(verified);
    }

    /** A held revision: since when, by which check, and why. */
    public record HeldRevision(String hash, String since, String check, String why) {}

    static Optional<BookLine> read(String text) {
        var fields = text.split("\\|", FIELDS);
        return fields.length < FIELDS
                ? Optional.empty()
                : Optional.of(new BookLine(
                        fields[0],
                        List.of(fields[1].split(",")).contains("serve"),
                        List.of(fields[2].split(",")),
                        held(fields[FIELDS - 1])));
    }

    private static Optional<HeldRevision> held(String text) {
        var match = HELD.matcher(text);
        return match.matches()
                ? Optional.of(new HeldRevision(match.group(1), match.group(2), match.group(3), match.group(4)))
                : Optional.empty();
    }

    boolean gates(String hash) {
        return gatesServe && !verified.contains(hash);
    }
}
