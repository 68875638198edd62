package dev.readygate.cli.check;

import static java.util.stream.Collectors.joining;

import dev.readygate.cli.check.Checked.SkippedCheck;
import dev.readygate.facts.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** The summary in a line or two. */
record Sum(CheckOutcomes outcomes, FailureLimit failOn) {

    String text() {
        var line = Stream.of(
                        counted(outcomes.deployments().size(), "Deployment"),
                        counted(rules(Outcome.values()), "rule"),
                        rules(Outcome.Pass) + " kept",
                        rules(Outcome.Fail) + " not kept",
                        rules(Outcome.Waived) + " waived",
                        rules(Outcome.Error, Outcome.Unknown) + " not judged")
                .filter(it -> !it.equals("0 waived") && !it.equals("0 not judged"))
                .collect(joining(", ", word() + ": ", "\n"));
        return notAsked().isEmpty() ? line : line + "Not asked offline: %s\n".formatted(String.join(", ", notAsked()));
    }

    String word() {
        return outcomes.fails(failOn) ? "Fail" : "Pass";
    }

    long rules(Outcome... which) {
        return outcomes.deployments().stream()
                .flatMap(it -> it.answers().stream())
                .flatMap(it -> it.rules().stream())
                .filter(it -> List.of(which).contains(it.outcome()))
                .count();
    }

    private List<String> notAsked() {
        return outcomes.deployments().stream()
                .flatMap(it -> it.notAsked().stream())
                .map(Sum::said)
                .distinct()
                .toList();
    }

    private static String said(SkippedCheck it) {
        return "%s (%s)".formatted(it.check(), it.kind());
    }

    private static String counted(long count, String what) {
        return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
