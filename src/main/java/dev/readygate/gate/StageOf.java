package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateState;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/** Names the state from facts alone, so that a restart in the middle of anything comes to the same name. */
record StageOf(Rules rules, Snapshot world, Optional<Memory> memory) {

    Stage name() {
        if (!rules.enforced()) {
            return new Stage.Unenforced();
        }
        if (RetryStage.isAskedFor(this)) {
            return new Stage.Retried(baseline().orElseThrow());
        }
        return hold().<Stage>map(hold -> new Stage.Withdrawn(hold, baseline().orElseThrow()))
                .or(() -> world.current().map(this::rollingOut))
                .orElseGet(() -> isCopied() ? new Stage.Copied() : new Stage.Unsettled());
    }

    /** A hold stands until another revision than the one it names is rolled out, or waits to be. */
    Optional<Hold> hold() {
        return entry().flatMap(BookEntry::hold)
                .or(this::unwritten)
                .filter(this::stands)
                .filter(it -> baseline().isPresent());
    }

    /** Somebody deleted the book: the Deployment still says what is held. A line without a hold is one that let go. */
    private Optional<Hold> unwritten() {
        return world.workload()
                .held()
                .filter(_ -> entry().isEmpty())
                .flatMap(it -> Withdrawal.hold(it, world.at().truncatedTo(ChronoUnit.SECONDS)));
    }

    private boolean stands(Hold hold) {
        boolean ours = isOurs();
        return world.parked().isEmpty()
                && world.rolling()
                        .map(it -> it.hash().equals(hold.hash()) || ours && isLastGood(it))
                        .orElse(ours);
    }

    /** We paused it, or the baseline is declared in its place. */
    private boolean isOurs() {
        return world.workload().held().isPresent()
                || entry().flatMap(BookEntry::refused).isPresent();
    }

    /** Restored, its number is the last one given, also when what the user declared was put back. */
    private boolean isLastGood(Revision revision) {
        return BaselineRevision.of(world, baseline(), entry())
                .filter(it -> it.hash().equals(revision.hash()))
                .isPresent();
    }

    private Stage rollingOut(Revision current) {
        if (isNewToUs() && servedBefore()) {
            return adopted(current);
        }
        if (verified(current)) {
            return new Stage.Settled(current);
        }
        return baseline().map(it -> onItsWay(current, it)).orElseGet(() -> new Stage.FirstRevision(current));
    }

    private Stage onItsWay(Revision current, Baseline baseline) {
        if (!current.isMade()) {
            return new Stage.Starting(current, baseline);
        }
        return before().of(current.hash()).is(Gate.Stay, GateState.Held, GateState.Failed)
                ? new Stage.Staying(current, baseline)
                : new Stage.Serving(current, baseline);
    }

    /** What was taken back and is tried once more starts from the beginning. */
    GateProgress before() {
        boolean over = wasTakenBack() && entry().flatMap(BookEntry::hold).isEmpty();
        return memory.filter(it -> !over).map(Memory::progress).orElse(GateProgress.NONE);
    }

    boolean wasTakenBack() {
        return memory.filter(it -> it.phase().isGoingBack()).isPresent();
    }

    private boolean verified(Revision revision) {
        return entry().map(it -> it.verifies(revision.hash())).orElse(false)
                || baseline().filter(it -> it.hash().equals(revision.hash())).isPresent();
    }

    /**
     * The book's newest verified revision, as the report remembers it. The book is written first: after a death in between
     * the report still speaks of the baseline before.
     */
    Optional<Baseline> baseline() {
        var newest = entry().flatMap(it -> it.verified().stream().findFirst());
        var remembered = memory.flatMap(Memory::baseline);
        return remembered
                .filter(it -> newest.map(it.hash()::equals).orElse(true))
                .or(() -> newest.map(hash -> new Baseline(hash, world.at(), remembered.isEmpty())));
    }

    /** An entry about another UID is about a Deployment that is gone. */
    Optional<BookEntry> entry() {
        return world.book().filter(it -> it.uid().equals(world.workload().ref().uid()));
    }

    /** Neither the report nor the book knows it. A first revision is in the book, without gates, before it is reported. */
    private boolean isNewToUs() {
        return memory.isEmpty() && entry().isEmpty();
    }

    /** Of one that we held we know what to go back to. */
    private boolean isCopied() {
        var workload = world.workload();
        return baseline().isEmpty()
                && workload.observed().settled()
                && workload.pausedByUs()
                && world.revisions().isEmpty();
    }

    /** Something of it took traffic before we came; the pods tell it before the Deployment's own numbers do. */
    private boolean servedBefore() {
        return world.workload().rolledOut()
                || world.pods().stream().anyMatch(it -> it.state().ready())
                || world.revisions().stream().anyMatch(it -> it.available() > 0);
    }

    private Stage adopted(Revision current) {
        var serving = world.revisions().stream()
                .max(Comparator.comparingInt(Revision::available).thenComparing(Revision::number))
                .orElse(current);
        var running = world.revisions().stream()
                .filter(it -> it.desired() > 0 || it.hash().equals(current.hash()))
                .map(Revision::hash)
                .toList();
        return new Stage.Adopted(new Baseline(serving.hash(), world.at(), true), running);
    }
}
