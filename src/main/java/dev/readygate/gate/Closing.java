package dev.readygate.gate;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.checks.Shutter;
import dev.readygate.facts.BookEntry.Closed;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Situation.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether gate Admit is shut for the next template, and why. What nobody knows shuts nothing. */
final class Closing {
    private Closing() {}

    /** Denying counts before warning. */
    static Optional<Closed> of(Situation now) {
        return closed(now.answers().at(Gate.Admit), true).or(() -> warning(now));
    }

    static Optional<Closed> warning(Situation now) {
        return closed(now.warned(Gate.Admit), false);
    }

    private static Optional<Closed> closed(List<Answer> answers, boolean denies) {
        var reasons = answers.stream().flatMap(it -> Reason.of(it).stream()).toList();
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Closed(
                        denies,
                        exempt(reasons),
                        reasons.stream().map(Reason::sentence).collect(joining("; "))));
    }

    /** A label opens the gate only where it opens every lock. */
    private static Optional<String> exempt(List<Reason> reasons) {
        var labels =
                reasons.stream().map(it -> it.shutter().exempt()).distinct().toList();
        return labels.size() == 1 ? labels.getFirst() : Optional.empty();
    }

    private record Reason(String check, Shutter shutter) {
        static Optional<Reason> of(Answer answer) {
            return Stream.of(answer.finding())
                    .filter(it -> it.is(Outcome.Fail))
                    .flatMap(it -> answer.rule().check().shuts(it).stream())
                    .map(it -> new Reason(answer.rule().name(), it))
                    .findFirst();
        }

        String sentence() {
            return check + ": " + shutter.why()
                    + shutter.exempt()
                            .map(" (a hot-fix is let in with the label %s)"::formatted)
                            .orElse("");
        }
    }
}
