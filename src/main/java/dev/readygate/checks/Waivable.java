package dev.readygate.checks;

import static java.util.Comparator.comparing;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.OnNoData;
import dev.readygate.facts.Horizon;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Person;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Statement;
import dev.readygate.facts.WaiverFact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Any check, as excused while a waiver stands. Only what fails can be excused, or what counts as failing for want of
 * data; what nobody knows stays unknown, so a waiver is no way around evidence and approvals that are still missing.
 */
record Waivable(CheckSpec spec, Check asked) implements Check {

    @Override
    public Finding evaluate(Subject subject) {
        return excused(asked.evaluate(subject), subject);
    }

    @Override
    public Finding evaluate(Subject subject, Pod pod) {
        return excused(asked.evaluate(subject, pod), subject);
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return asked.asks(subject);
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return Stream.of(
                        asked.changesAt(subject),
                        longest(subject).flatMap(it -> it.statement().ends()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Horizon horizon() {
        return asked.horizon();
    }

    @Override
    public boolean asksPods() {
        return asked.asksPods();
    }

    @Override
    public boolean healsByItself() {
        return asked.healsByItself();
    }

    @Override
    public Optional<Shutter> shuts(Finding failing) {
        return asked.shuts(failing);
    }

    private Finding excused(Finding finding, Subject subject) {
        if (!fails(finding)) {
            return finding;
        }
        return longest(subject)
                .map(it -> waived(finding, it))
                .or(() -> expired(subject).map(it -> noMoreWaived(finding, it)))
                .orElse(finding);
    }

    private boolean fails(Finding finding) {
        return switch (finding.outcome()) {
            case Fail -> true;
            case Unknown, Error -> spec.whenNoData() == OnNoData.Fail;
            case Pass, Waived, NotApplicable -> false;
        };
    }

    /** Of several the one that lasts longest. */
    private Optional<WaiverFact> longest(Subject subject) {
        var now = subject.world().at();
        return waivers(subject).filter(it -> it.statement().standsAt(now)).max(comparing(Waivable::end));
    }

    private Optional<WaiverFact> expired(Subject subject) {
        return waivers(subject).max(comparing(Waivable::end));
    }

    private Stream<WaiverFact> waivers(Subject subject) {
        var hash = subject.revision().map(Revision::hash);
        return subject.world().statements().waivers().stream()
                .filter(it -> it.check().equals(spec.name()))
                .filter(it -> it.revision().isEmpty() || it.revision().equals(hash));
    }

    private static Instant end(WaiverFact waiver) {
        return waiver.statement().until().orElse(Instant.MAX);
    }

    private static Finding waived(Finding finding, WaiverFact waiver) {
        var message = "waived by %s until %s: %s; %s"
                .formatted(author(waiver.statement()), end(waiver), waiver.reason(), finding.message());
        return new Finding(
                finding.check(),
                Outcome.Waived,
                "Waived",
                message,
                finding.value(),
                Optional.of(waiver.statement().at()),
                finding.basis().excusedBy(waiver.statement().name()),
                OptionalDouble.empty());
    }

    private static Finding noMoreWaived(Finding finding, WaiverFact waiver) {
        var message = "%s; waiver %s expired at %s"
                .formatted(finding.message(), waiver.statement().name(), end(waiver));
        return new Finding(
                finding.check(),
                finding.outcome(),
                finding.reason(),
                message,
                finding.value(),
                finding.since(),
                finding.basis(),
                finding.worth());
    }

    private static String author(Statement statement) {
        return statement.by().map(Person::user).orElse("somebody unknown");
    }
}
