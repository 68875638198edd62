package dev.readygate.cluster;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.BookEntry.Gate;
import dev.readygate.facts.Hold;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One entry of the GateBook as the admission policies read it: {@code uid|gates|verified|held}, one string an entry,
 * because a map of strings is written several times faster than a map of objects.
 */
final class BookText {
    private static final Pattern HELD = Pattern.compile("(\\S+) since (\\S+): ([^:]*): (.*)");

    private BookText() {}

    static String write(BookEntry entry) {
        return String.join(
                "|",
                entry.uid(),
                entry.gates().stream()
                        .map(it -> it.name().toLowerCase())
                        .sorted()
                        .collect(Collectors.joining(",")),
                String.join(",", entry.verified()),
                entry.hold().map(BookText::write).orElse(""));
    }

    private static String write(Hold hold) {
        return "%s since %s: %s: %s".formatted(hold.hash(), hold.since(), hold.check(), plain(hold.why()));
    }

    private static String plain(String text) {
        return text.replace('|', '/').replace('\n', ' ');
    }

    /** An entry somebody damaged is no entry: it will be written anew. */
    static Optional<BookEntry> read(String text) {
        var fields = text.split("\\|", -1);
        if (fields.length < 4) {
            return Optional.empty();
        }
        return Optional.of(
                new BookEntry(fields[0], gates(fields[1]), new LinkedHashSet<>(list(fields[2])), hold(fields[3])));
    }

    private static Set<Gate> gates(String text) {
        return list(text).stream()
                .flatMap(it ->
                        Arrays.stream(Gate.values()).filter(gate -> gate.name().equalsIgnoreCase(it)))
                .collect(Collectors.toSet());
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).filter(it -> !it.isEmpty()).toList();
    }

    private static Optional<Hold> hold(String text) {
        var match = HELD.matcher(text);
        try {
            return match.matches()
                    ? Optional.of(
                            new Hold(match.group(1), Instant.parse(match.group(2)), match.group(3), match.group(4)))
                    : Optional.empty();
        } catch (DateTimeParseException damaged) {
            return Optional.empty();
        }
    }
}
