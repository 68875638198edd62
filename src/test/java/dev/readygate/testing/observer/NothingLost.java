package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.testing.observer.History.Change;
import dev.readygate.testing.observer.Sighting.SeenReport;
import dev.readygate.testing.observer.Sighting.SeenStatement;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** I4: evidence, approvals and waivers belong to other users, and records in the report stay as they were. */
final class NothingLost implements Invariant {

    @Override
    public Stream<Violation> brokenIn(History history) {
        return Stream.of(
                        history.byTheOperator().flatMap(it -> tampered(it, history).stream()),
                        history.changes(SeenStatement.class).flatMap(it -> rewritten(it).stream()),
                        history.changes(SeenReport.class).flatMap(it -> forgotten(it).stream()),
                        history.changes(SeenReport.class).flatMap(it -> misremembered(it).stream()))
                .flatMap(it -> it);
    }

    private static Optional<Violation> tampered(Write write, History history) {
        return write.isOfSomebodysRecord() && !isTidying(write, history)
                        || write.resource().equals("events") && write.changes()
                ? Optional.of(new Violation("I4", write.at(), "the operator did this: " + write))
                : Optional.empty();
    }

    /** The operator may delete old evidence that is no longer needed. */
    private static boolean isTidying(Write write, History history) {
        return write.verb().equals("delete")
                && Removed.by(write, history).findAny().filter(Removed::rightly).isPresent();
    }

    private static Optional<Violation> rewritten(Change<SeenStatement> change) {
        return change.old().spec().equals(change.now().spec())
                ? Optional.empty()
                : Optional.of(Violation.of(
                        "I4",
                        change.to(),
                        "%s %s said %s and now says %s",
                        change.now().kind(),
                        change.now().name(),
                        change.old().spec(),
                        change.now().spec()));
    }

    /** The time of verification does not change while the same revision is the baseline. */
    private static Optional<Violation> misremembered(Change<SeenReport> change) {
        var before = change.old().status().baseline();
        var after = change.now().status().baseline();
        boolean same = before != null && after != null && Objects.equals(before.hash(), after.hash());
        return same && isProven(before) && !Objects.equals(before.verifiedAt(), after.verifiedAt())
                ? Optional.of(Violation.of(
                        "I4",
                        change.to(),
                        "the report of %s said that its baseline %s was verified at %s, and now says %s",
                        change.now().deployment(),
                        after.hash(),
                        before.verifiedAt(),
                        after.verifiedAt()))
                : Optional.empty();
    }

    private static boolean isProven(BaselineStatus baseline) {
        return !baseline.unproven();
    }

    /** The list is bounded: the oldest record may go if the list got no shorter. */
    private static Optional<Violation> forgotten(Change<SeenReport> change) {
        var before = change.old().status().history();
        var after = change.now().status().history();
        return before.stream()
                .filter(it -> it.outcome() != null && !after.contains(it))
                .filter(it -> after.size() < before.size() || !it.equals(before.getLast()))
                .map(RolloutRecord::revision)
                .findFirst()
                .map(it -> Violation.of(
                        "I4",
                        change.to(),
                        "the report of %s lost or changed what it remembered of revision %s",
                        change.now().deployment(),
                        it));
    }
}
