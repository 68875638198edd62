package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/** Names the stage from facts alone, so that a restart at any point comes to the same stage. */
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

    /** A hold stands until a revision other than the held one is rolled out, or waits to be. */
    Optional<Hold> hold() {
        return entry().flatMap(BookEntry::hold)
                .or(this::unwritten)
                .filter(this::stands)
                .filter(it -> baseline().isPresent());
    }

    /**
     * If a user deleted the GateBook, the Deployment's annotation still contains the hold. An entry without a hold
     * means that the hold was released.
     */
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

    /** The operator paused it, or declared the baseline in its place. */
    private boolean isOurs() {
        return world.workload().held().isPresent()
                || entry().flatMap(BookEntry::refused).isPresent();
    }

    /**
     * After a rollback the baseline has the highest revision number, also after the user's template was declared
     * again.
     */
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

    /** A withdrawn revision that is tried once more starts from the beginning. */
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
     * The newest verified revision of the GateBook, with what the report remembers of it. The GateBook is written
     * first: after a crash in between, the report still names the baseline before.
     */
    Optional<Baseline> baseline() {
        var newest = entry().flatMap(it -> it.verified().stream().findFirst());
        var remembered = memory.flatMap(Memory::baseline);
        return remembered
                .filter(it -> newest.map(it.hash()::equals).orElse(true))
                .or(() -> newest.map(hash -> new Baseline(hash, world.at(), remembered.isEmpty())));
    }

    /** An entry with another UID is about a deleted Deployment. */
    Optional<BookEntry> entry() {
        return world.book().filter(it -> it.uid().equals(world.workload().ref().uid()));
    }

    /**
     * Neither the report nor the GateBook knows it. A first revision is in the GateBook, without gates, before it
     * is reported.
     */
    private boolean isNewToUs() {
        return memory.isEmpty() && entry().isEmpty();
    }

    /**
     * Whether it is a copy of a held Deployment. A Deployment that the operator held has a baseline; a copy has
     * none.
     */
    private boolean isCopied() {
        var workload = world.workload();
        return baseline().isEmpty()
                && workload.observed().settled()
                && workload.pausedByUs()
                && world.revisions().isEmpty();
    }

    /**
     * Some of its pods took traffic before the operator came; the pods show it before the Deployment's own numbers
     * do.
     */
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
