package dev.readygate.schedules;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.BookEntry.BookGate;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import java.util.Optional;

/** The effect of Readygate's admission policies on a person's write, as in the files of the chart. */
record ModelAdmission(Optional<BookEntry> book, Deployment before, boolean declaresPause) {

    /** The policy readygate-serve. */
    static boolean gates(Optional<BookEntry> book, String hash) {
        return book.filter(it -> it.gates().contains(BookGate.Serve) && !it.verifies(hash))
                .isPresent();
    }

    static PodTemplate stored(ModelTemplate template) {
        return new PodTemplate(template.name());
    }

    /** The policy readygate-refuse. */
    boolean denies(Deployment wanted) {
        return book.flatMap(BookEntry::hold).isPresent()
                && book.flatMap(BookEntry::refused)
                        .map(RejectedTemplate::template)
                        .filter(it -> it.equals(stored(wanted.template())) && !it.equals(stored(before.template())))
                        .isPresent();
    }

    Deployment mutate(Deployment wanted) {
        return start(hold(wanted));
    }

    private Deployment hold(Deployment wanted) {
        if (before.held().isEmpty() || book.flatMap(BookEntry::hold).isEmpty()) {
            return wanted;
        }
        if (isTheSame(wanted)) {
            return wanted.paused(true, before.held());
        }
        return waitsAtStart(wanted) ? wanted : wanted.paused(declaresPause, Optional.empty());
    }

    private Deployment start(Deployment wanted) {
        if (!isAtStart()) {
            return wanted;
        }
        var holds = holds(wanted);
        if (holds.isPresent()) {
            return wanted.paused(true, holds);
        }
        boolean lifts = oursBefore() && !isTheSame(wanted) && !waitsAtStart(wanted);
        return lifts ? wanted.paused(declaresPause, Optional.empty()) : wanted;
    }

    private Optional<String> holds(Deployment wanted) {
        if (oursBefore() && before.held().get().contains(" waits at gate Start") && isTheSame(wanted)) {
            return before.held();
        }
        if (!waitsAtStart(wanted)) {
            return Optional.empty();
        }
        if (oursBefore()) {
            return isTheSame(wanted) ? Optional.empty() : mark();
        }
        return !wanted.paused() && (before.paused() || !isTheSame(wanted)) ? mark() : Optional.empty();
    }

    private Optional<String> mark() {
        return Optional.of("generation-%d waits at gate Start; its ReadinessReport says for what"
                .formatted(before.generation() + 1));
    }

    private boolean oursBefore() {
        return before.paused() && before.held().isPresent();
    }

    private boolean isTheSame(Deployment wanted) {
        return wanted.template().equals(before.template());
    }

    private boolean isAtStart() {
        return book.filter(it -> it.gates().contains(BookGate.Start)).isPresent();
    }

    private boolean waitsAtStart(Deployment wanted) {
        boolean isBaseline = book.flatMap(BookEntry::baseline)
                .filter(stored(wanted.template())::equals)
                .isPresent();
        return isAtStart() && !isBaseline && !declaresPause;
    }
}
