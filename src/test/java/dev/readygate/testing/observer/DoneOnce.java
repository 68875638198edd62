package dev.readygate.testing.observer;

import dev.readygate.testing.observer.History.Change;
import dev.readygate.testing.observer.Sighting.SeenDeployment;
import dev.readygate.testing.observer.Sighting.SeenNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I6: a crash and a replay write to no Deployment twice, and tell nothing twice. */
final class DoneOnce implements Invariant {
    /** By the clock of the API server and by ours, which may see it late. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

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

    /** It was let go in between, so whatever is told of it is told of another attempt. */
    private static boolean isTriedAgain(History history, Seen<SeenNews> earlier, Seen<SeenNews> later) {
        return history.changes(SeenDeployment.class)
                .filter(it -> it.to().version() > earlier.version() && it.to().version() < later.version())
                .anyMatch(it -> it.old().wish().held().isPresent()
                        && it.now().wish().held().isEmpty());
    }

    /** Every write of ours to a Deployment must have changed something, and that shows at once. */
    private static Stream<Violation> writtenInVain(History history) {
        var changes = history.changes(SeenDeployment.class)
                .filter(DoneOnce::changedSomething)
                .collect(Collectors.toCollection(ArrayList::new));
        return history.byTheOperator()
                .filter(it -> it.resource().equals("deployments") && it.succeeded())
                .filter(it -> !takeOne(changes, it))
                .map(it -> new Violation("I6", it.at(), "the operator did this, and nothing changed: " + it));
    }

    /** Each change is what one write did. */
    private static boolean takeOne(List<Change<SeenDeployment>> changes, Write write) {
        return changes.stream()
                .filter(it -> it.now().name().equals(write.name()))
                .filter(it -> apart(it, write).compareTo(AT_ONCE) < 0)
                .min(Comparator.comparing(it -> apart(it, write)))
                .map(changes::remove)
                .orElse(false);
    }

    private static Duration apart(Change<SeenDeployment> change, Write write) {
        return Duration.between(change.to().at(), write.at()).abs();
    }

    private static boolean changedSomething(Change<SeenDeployment> change) {
        return !change.old().wish().equals(change.now().wish())
                || !change.old().owners().equals(change.now().owners())
                || !change.old().template().equals(change.now().template());
    }
}
