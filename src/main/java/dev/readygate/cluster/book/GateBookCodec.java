package dev.readygate.cluster.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.cluster.facts.Templates;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.BookEntry.AdmitClosed;
import dev.readygate.facts.BookEntry.BookGate;
import dev.readygate.facts.Hold;
import dev.readygate.facts.PodTemplate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and writes an entry of the GateBook in the form of the admission policies. An entry is one string, {@code
 * uid|gates|verified|held}, because a map of strings is written several times faster than a map of objects. Fields that
 * only few Deployments have are in maps of their own.
 */
final class GateBookCodec {
    private static final Pattern HELD = Pattern.compile("(\\S+) since (\\S+): ([^:]*): (.*)");
    private static final String DENY = "deny";
    private static final String WARN = "warn";

    private GateBookCodec() {}

    static String write(BookEntry entry) {
        return String.join(
                "|",
                entry.uid(),
                entry.gates().stream()
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(",")),
                String.join(",", entry.verified()),
                entry.hold().map(GateBookCodec::write).orElse(""));
    }

    private static String write(Hold hold) {
        return "%s since %s: %s: %s".formatted(hold.hash(), hold.since(), hold.check(), plain(hold.why()));
    }

    static String write(String uid, AdmitClosed closed) {
        var word = closed.denies() ? DENY : WARN;
        return String.join("|", uid, word + closed.exempt().map(it -> " " + it).orElse(""), plain(closed.why()));
    }

    private static String plain(String text) {
        return text.replace('|', '/').replace('\n', ' ');
    }

    /** A damaged entry reads as none, so the operator writes it anew. */
    static Optional<BookEntry> read(GateBookSpec book, String deployment) {
        var fields = Optional.ofNullable(book.deployments().get(deployment))
                .map(it -> it.split("\\|", -1))
                .orElseGet(() -> new String[0]);
        if (fields.length < 4) {
            return Optional.empty();
        }
        return Optional.of(new BookEntry(
                fields[0],
                gates(fields[1]),
                new LinkedHashSet<>(list(fields[2])),
                hold(fields[3]),
                closed(fields[0], book.closed().get(deployment)),
                template(book.baselines(), deployment),
                Optional.ofNullable(book.refused().get(deployment)).map(DeclaredTemplate::read)));
    }

    private static Set<BookGate> gates(String text) {
        return list(text).stream()
                .flatMap(it -> Arrays.stream(BookGate.values())
                        .filter(gate -> gate.name().equalsIgnoreCase(it)))
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

    private static Optional<AdmitClosed> closed(String uid, String text) {
        return Optional.ofNullable(text)
                .map(it -> it.split("\\|", 3))
                .filter(it -> it.length == 3 && it[0].equals(uid))
                .map(it -> closed(it[1].split(" ", 2), it[2]));
    }

    private static AdmitClosed closed(String[] words, String why) {
        return new AdmitClosed(words[0].equals(DENY), words.length > 1 ? Optional.of(words[1]) : Optional.empty(), why);
    }

    private static Optional<PodTemplate> template(Map<String, ObjectNode> templates, String deployment) {
        return Optional.ofNullable(templates.get(deployment)).map(Templates::asWritten);
    }

    /** The Deployments whose entries differ between two books. */
    static Stream<String> differences(GateBookSpec old, GateBookSpec now) {
        return Stream.of(
                        differences(old.deployments(), now.deployments()),
                        differences(old.closed(), now.closed()),
                        differences(old.baselines(), now.baselines()),
                        differences(old.refused(), now.refused()))
                .flatMap(it -> it)
                .distinct();
    }

    private static Stream<String> differences(Map<String, ?> old, Map<String, ?> now) {
        return Stream.concat(old.keySet().stream(), now.keySet().stream())
                .filter(it -> !Objects.equals(old.get(it), now.get(it)));
    }
}
