package dev.readygate.testing.observer;

import dev.readygate.testing.observer.History.Change;
import dev.readygate.testing.observer.Sighting.SeenDeployment;
import dev.readygate.testing.observer.Sighting.SeenNews;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I6: after a crash the operator neither repeats a write to a Deployment nor an Event. */
final class DoneOnce implements Invariant {
    @Override
    public Stream<Violation> brokenIn(History history) {
        return Stream.concat(toldTwice(history), writtenInVain(history));
    }

    private static Stream<Violation> toldTwice(History history) {
        var news = history.all(SeenNews.class).filter(it -> !it.gone()).toList();
        return news.stream()
                .filter(it -> news.stream()
                        .anyMatch(earlier -> saysTheSame(earlier, it) && !isTriedAgain(history, earlier, it)))
                .map(it -> Violation.of(
                        "I6",
                        it,
                        "this was told twice: %s: %s",
                        it.what().reason(),
                        it.what().note()));
    }

    private static boolean saysTheSame(Seen<SeenNews> earlier, Seen<SeenNews> later) {
        return earlier.version() < later.version()
                && !earlier.what().uid().equals(later.what().uid())
                && earlier.what().about().equals(later.what().about())
                && earlier.what().reason().equals(later.what().reason())
                && earlier.what().note().equals(later.what().note());
    }

    /** The hold was released in between, so later Events are about another attempt. */
    private static boolean isTriedAgain(History history, Seen<SeenNews> earlier, Seen<SeenNews> later) {
        return history.changes(SeenDeployment.class)
                .filter(it -> it.to().version() > earlier.version() && it.to().version() < later.version())
                .anyMatch(it -> it.old().wish().held().isPresent()
                        && it.now().wish().held().isEmpty());
    }

    /** A write without a change leaves the version of an earlier write. */
    private static Stream<Violation> writtenInVain(History history) {
        var changes = history.changes(SeenDeployment.class)
                .filter(DoneOnce::changedSomething)
                .map(it -> it.to().version())
                .collect(Collectors.toCollection(HashSet::new));
        return history.writes()
                .filter(it ->
                        it.resource().equals("deployments") && it.version().isPresent())
                .filter(it -> !changes.remove(it.version().getAsLong()))
                .filter(history::isByTheOperator)
                .map(it -> new Violation("I6", it.at(), "the operator did this, and nothing changed: " + it));
    }

    private static boolean changedSomething(Change<SeenDeployment> change) {
        return !change.old().wish().equals(change.now().wish())
                || !change.old().owners().equals(change.now().owners())
                || !change.old().template().equals(change.now().template());
    }
}
