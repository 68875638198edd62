package dev.readygate.gate;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.checks.AdmitDenial;
import dev.readygate.facts.BookEntry.AdmitClosed;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.StageInput.GateFinding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether gate Admit is closed to the next template, and why. A check without data closes nothing. */
final class AdmitDenials {
    private AdmitDenials() {}

    /** A check that denies counts before one that only warns. */
    static Optional<AdmitClosed> of(StageInput input) {
        return closed(input.answers().at(Gate.Admit), true).or(() -> warning(input));
    }

    static Optional<AdmitClosed> warning(StageInput input) {
        return closed(input.warned(Gate.Admit), false);
    }

    private static Optional<AdmitClosed> closed(List<GateFinding> answers, boolean denies) {
        var reasons =
                answers.stream().flatMap(it -> DenyingCheck.of(it).stream()).toList();
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new AdmitClosed(
                        denies,
                        exempt(reasons),
                        reasons.stream().map(DenyingCheck::sentence).collect(joining("; "))));
    }

    /** A template is exempt only if every failing check names the same label. */
    private static Optional<String> exempt(List<DenyingCheck> reasons) {
        var labels = reasons.stream().map(it -> it.denial().exempt()).distinct().toList();
        return labels.size() == 1 ? labels.getFirst() : Optional.empty();
    }

    private record DenyingCheck(String check, AdmitDenial denial) {
        static Optional<DenyingCheck> of(GateFinding answer) {
            return Stream.of(answer.finding())
                    .filter(it -> it.is(Outcome.Fail))
                    .flatMap(it -> answer.rule().check().denialAtAdmit(it).stream())
                    .map(it -> new DenyingCheck(answer.rule().name(), it))
                    .findFirst();
        }

        String sentence() {
            return check + ": " + denial.why()
                    + denial.exempt()
                            .map(" (a hot-fix is let in with the label %s)"::formatted)
                            .orElse("");
        }
    }
}
