package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import java.util.List;

/** A check as it would be if it passed. */
final class AssumedPass {
    private static final double FULL = 100;

    private AssumedPass() {}

    static QuestionLine of(QuestionLine line) {
        var was = line.worst();
        var passed = new CheckResult(
                was.name(),
                was.title(),
                was.category(),
                CheckOutcome.Pass,
                FULL,
                was.weight(),
                was.required(),
                was.gate(),
                null,
                was.limit(),
                null,
                null,
                null,
                null,
                was.policy());
        return new QuestionLine(passed, QuestionState.Pass, List.of(), line.question(), line.action());
    }
}
