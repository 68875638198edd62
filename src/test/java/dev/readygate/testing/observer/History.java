package dev.readygate.testing.observer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All sightings of one namespace, in the order in which they happened, and all writes with their authors. */
public record History(List<Seen<?>> seen, OutsideFacts told) {
    public History {
        seen = seen.stream()
                .sorted(Comparator.<Seen<?>>comparingLong(Seen::version))
                .toList();
    }

    @SuppressWarnings("unchecked")
    <T extends Sighting> Stream<Seen<T>> all(Class<T> kind) {
        return seen.stream().filter(it -> kind.isInstance(it.what())).map(it -> (Seen<T>) it);
    }

    /** The object just before this version, if it existed. */
    <T extends Sighting> Optional<Seen<T>> before(long version, Class<T> kind, Predicate<T> which) {
        return all(kind)
                .filter(it -> it.version() < version && which.test(it.what()))
                .reduce((earlier, later) -> later)
                .filter(it -> !it.gone());
    }

    /** All pairs of consecutive sightings of the same object. */
    <T extends Sighting> Stream<Change<T>> changes(Class<T> kind) {
        var latest = new HashMap<String, Seen<T>>();
        var changes = new ArrayList<Change<T>>();
        all(kind).forEach(it -> {
            var earlier = it.gone()
                    ? latest.remove(it.what().uid())
                    : latest.put(it.what().uid(), it);
            if (earlier != null && !it.gone()) {
                changes.add(new Change<>(earlier, it));
            }
        });
        return changes.stream();
    }

    record Change<T extends Sighting>(Seen<T> from, Seen<T> to) {
        T old() {
            return from.what();
        }

        T now() {
            return to.what();
        }
    }

    Optional<BookLine> lineBefore(long version, String deployment) {
        return before(version, Sighting.SeenBook.class, it -> true)
                .map(it -> it.what().lines().get(deployment));
    }

    Stream<Write> writes() {
        return told.writes().stream();
    }

    Stream<Write> byTheOperator() {
        return writes().filter(this::isByTheOperator);
    }

    boolean isByTheOperator(Write write) {
        return write.user().equals(told.operator());
    }

    Optional<Instant> lastChangeByOthersBefore(Instant moment) {
        return Stream.concat(
                        told.disturbed().stream(),
                        told.writes().stream()
                                .filter(it -> !it.user().equals(told.operator()) && it.succeeded())
                                .map(Write::at))
                .filter(it -> it.isBefore(moment))
                .max(Comparator.naturalOrder());
    }
}
