package dev.readygate.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.readygate.facts.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How much evidence and how many waivers of a namespace are kept. Those that a report cites always are.
 *
 * @param newest pieces of evidence of one type from one author about one Deployment or image, for all its revisions
 *     together
 * @param keepFor how long after it expired
 */
public record Retention(int newest, Duration keepFor) {
    private static final Comparator<Statement> BY_AGE =
            Comparator.comparing(Statement::at).thenComparing(Statement::name);

    /** @return evidence that may be deleted, the oldest first */
    public List<String> surplus(Collection<Stated> all, Set<String> cited, Instant now) {
        var current =
                all.stream().filter(it -> !isLongOver(it.statement(), now)).toList();
        var kept = new HashSet<>(cited);
        newestOfEach(current, Stated::place).forEach(kept::add);
        newestOfEach(besideCited(current, cited), Stated::narrowPlace).forEach(kept::add);
        return oldestFirst(all.stream().map(Stated::statement), kept);
    }

    /** @return waivers that may be deleted, the oldest first; never one that still stands */
    public List<String> over(Collection<Statement> waivers, Set<String> cited, Instant now) {
        return oldestFirst(waivers.stream().filter(it -> isLongOver(it, now)), cited);
    }

    private boolean isLongOver(Statement statement, Instant now) {
        return statement.ends().filter(it -> !it.plus(keepFor).isAfter(now)).isPresent();
    }

    /** A report cites one piece, but may also rest on others with the same content. */
    private static List<Stated> besideCited(List<Stated> current, Set<String> cited) {
        var places = current.stream()
                .filter(it -> cited.contains(it.name()))
                .map(Stated::narrowPlace)
                .collect(toSet());
        return current.stream().filter(it -> places.contains(it.narrowPlace())).toList();
    }

    private Stream<String> newestOfEach(List<Stated> current, Function<Stated, Stated.StatementKey> place) {
        return current.stream().collect(groupingBy(place)).values().stream()
                .flatMap(it -> it.stream()
                        .sorted(Comparator.comparing(Stated::statement, BY_AGE.reversed()))
                        .limit(newest)
                        .map(Stated::name));
    }

    private static List<String> oldestFirst(Stream<Statement> statements, Set<String> kept) {
        return statements
                .filter(it -> !kept.contains(it.name()))
                .sorted(BY_AGE)
                .map(Statement::name)
                .toList();
    }
}
