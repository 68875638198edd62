package dev.readygate.checks;

import dev.readygate.facts.Horizon;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Several questions under one name; one of the answers counts. */
public record CombinedCheck(List<Check> sides, Comparator<Outcome> counts) implements Check {
    private static final List<Outcome> FROM_BEST_TO_WORST =
            List.of(Outcome.Pass, Outcome.NotApplicable, Outcome.Waived, Outcome.Unknown, Outcome.Error, Outcome.Fail);
    private static final Comparator<Outcome> BAD = Comparator.comparing(FROM_BEST_TO_WORST::indexOf);

    public CombinedCheck {
        sides = List.copyOf(sides);
    }

    /** The worst answer counts. */
    public static CombinedCheck worstOf(List<Check> sides) {
        return new CombinedCheck(sides, BAD);
    }

    /** The best answer counts. */
    public static CombinedCheck bestOf(List<Check> sides) {
        return new CombinedCheck(sides, BAD.reversed());
    }

    @Override
    public Finding evaluate(Subject subject) {
        return that(it -> it.evaluate(subject));
    }

    @Override
    public Finding evaluate(Subject subject, Pod pod) {
        return that(it -> it.evaluate(subject, pod));
    }

    public static Finding worst(Stream<Finding> findings) {
        return that(findings, BAD);
    }

    private Finding that(Function<Check, Finding> answer) {
        return that(sides.stream().map(answer), counts);
    }

    private static Finding that(Stream<Finding> findings, Comparator<Outcome> counts) {
        return findings.max(Comparator.comparing(Finding::outcome, counts)).orElseThrow();
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return sides.stream().flatMap(it -> it.asks(subject).stream()).toList();
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return sides.stream().flatMap(it -> it.changesAt(subject).stream()).min(Comparator.naturalOrder());
    }

    /** Waiting helps only if it helps with every side that may fail. */
    @Override
    public boolean healsByItself() {
        return sides.stream().allMatch(Check::healsByItself);
    }

    /** Takes the first reason: the others would not be better. */
    @Override
    public Optional<AdmitDenial> denialAtAdmit(Finding failing) {
        return sides.stream().flatMap(it -> it.denialAtAdmit(failing).stream()).findFirst();
    }

    @Override
    public boolean asksPods() {
        return sides.stream().anyMatch(Check::asksPods);
    }

    @Override
    public Horizon horizon() {
        return sides.stream().map(Check::horizon).max(Comparator.naturalOrder()).orElseThrow();
    }
}
