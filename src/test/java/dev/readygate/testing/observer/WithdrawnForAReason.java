package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.testing.observer.BookLine.HeldRevision;
import dev.readygate.testing.observer.History.Change;
import dev.readygate.testing.observer.Sighting.SeenBook;
import dev.readygate.testing.observer.Sighting.SeenDeployment;
import dev.readygate.testing.observer.Sighting.SeenRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * I3: no revision is withdrawn or rolled back unless it failed after its rollout began, never twice for one
 * failure, and never a healthy one.
 */
final class WithdrawnForAReason implements Invariant {

    @Override
    public Stream<Violation> brokenIn(History history) {
        var holds = holds(history);
        return Stream.of(
                        holds.stream().flatMap(it -> new WithdrawalReason(history, it).missing()),
                        twice(holds),
                        history.changes(SeenRevision.class).flatMap(it -> emptied(history, it).stream()))
                .flatMap(it -> it);
    }

    /** A revision that existed when the GateBook first held it. */
    record SeenHold(Seen<SeenBook> said, String deployment, HeldRevision held, SeenRevision revision) {
        boolean isOf(SeenRevision other) {
            return revision.uid().equals(other.uid());
        }
    }

    private static List<SeenHold> holds(History history) {
        var found = new ArrayList<SeenHold>();
        history.all(SeenBook.class)
                .filter(it -> !it.gone())
                .forEach(book -> book.what()
                        .lines()
                        .forEach((deployment, line) -> line.held()
                                .filter(it -> found.stream()
                                        .noneMatch(known -> known.held().equals(it)))
                                .flatMap(it -> hold(history, book, deployment, it))
                                .ifPresent(found::add)));
        return found;
    }

    private static Optional<SeenHold> hold(History history, Seen<SeenBook> book, String deployment, HeldRevision held) {
        return history.before(book.version(), SeenRevision.class, of(deployment, held.hash()))
                .map(it -> new SeenHold(book, deployment, held, it.what()));
    }

    static Predicate<SeenRevision> of(String deployment, String hash) {
        return it -> it.deployment().equals(deployment) && it.hash().equals(hash);
    }

    private static Stream<Violation> twice(List<SeenHold> holds) {
        return holds.stream()
                .filter(it -> holds.stream()
                        .anyMatch(other -> other.said().version() < it.said().version() && it.isOf(other.revision())))
                .map(it -> Violation.of(
                        "I3",
                        it.said(),
                        "revision %s of Deployment %s was taken back twice, the second time since %s: %s",
                        it.held().hash(),
                        it.deployment(),
                        it.held().since(),
                        it.held().why()));
    }

    /** A declared and wanted revision is scaled to zero, and the GateBook has no hold. */
    private static Optional<Violation> emptied(History history, Change<SeenRevision> change) {
        var revision = change.now();
        boolean emptied = change.old().wanted() > 0 && revision.wanted() == 0;
        return emptied && isDeclared(history, change) && !isHeld(history, change)
                ? Optional.of(Violation.of(
                        "I3",
                        change.to(),
                        "the pods of revision %s of Deployment %s were taken away, and the book does not say why",
                        revision.hash(),
                        revision.deployment()))
                : Optional.empty();
    }

    private static boolean isDeclared(History history, Change<SeenRevision> change) {
        return history.before(
                        change.to().version(),
                        SeenDeployment.class,
                        it -> it.name().equals(change.now().deployment()))
                .map(Seen::what)
                .filter(it -> it.wish().replicas() > 0
                        && it.template().equals(change.now().template()))
                .isPresent();
    }

    private static boolean isHeld(History history, Change<SeenRevision> change) {
        return history.lineBefore(change.to().version(), change.now().deployment())
                .flatMap(BookLine::held)
                .filter(it -> it.hash().equals(change.now().hash()))
                .isPresent();
    }

    static boolean failed(CheckOutcome outcome) {
        return outcome == CheckOutcome.Fail;
    }
}
