package dev.readygate.checks;

import static java.util.Comparator.comparing;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.facts.Person;
import dev.readygate.facts.Statement;
import dev.readygate.facts.WaiverFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Waivers, some of which may be for the check at hand.
 *
 * @param all those that are about the Deployment and its revision
 */
public record Waivers(List<WaiverFact> all, Instant now) {
    public Waivers {
        all = List.copyOf(all);
    }

    public Waivers of(CheckSpec check) {
        return new Waivers(
                all.stream().filter(it -> it.check().equals(check.name())).toList(), now);
    }

    /** A failing check is waived while a waiver stands; the message names one that expired. A pass needs none. */
    public static Finding excused(Finding finding, OnNoData onNoData, Supplier<Waivers> own) {
        return fails(finding, onNoData) ? own.get().excused(finding) : finding;
    }

    private Finding excused(Finding finding) {
        return longest()
                .map(it -> waived(finding, it))
                .or(() -> expired().map(it -> noMoreWaived(finding, it)))
                .orElse(finding);
    }

    private static boolean fails(Finding finding, OnNoData onNoData) {
        return switch (finding.outcome()) {
            case Fail -> true;
            case Unknown, Error -> onNoData == OnNoData.Fail;
            case Pass, Waived, NotApplicable -> false;
        };
    }

    /** The one that lasts longest. */
    public Optional<WaiverFact> longest() {
        return all.stream().filter(it -> it.statement().standsAt(now)).max(comparing(Waivers::end));
    }

    private Optional<WaiverFact> expired() {
        return all.stream().max(comparing(Waivers::end));
    }

    private static Instant end(WaiverFact waiver) {
        return waiver.statement().until().orElse(Instant.MAX);
    }

    private static Finding waived(Finding finding, WaiverFact waiver) {
        var message = "waived by %s until %s: %s; %s"
                .formatted(author(waiver.statement()), end(waiver), waiver.reason(), finding.message());
        return new Finding(
                finding.check(),
                FindingReason.Waived,
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
                finding.reason(),
                message,
                finding.value(),
                finding.since(),
                finding.basis(),
                finding.worth());
    }

    private static String author(Statement statement) {
        return statement.by().map(Person::user).orElse(Person.UNKNOWN);
    }
}
