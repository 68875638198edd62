package dev.readygate.checks;

import dev.readygate.facts.Outcome;

/** A reason for each outcome, for tests that are about outcomes. For none of them an answer is still to come soon. */
public final class SomeReason {
    private SomeReason() {}

    public static FindingReason of(Outcome outcome) {
        return switch (outcome) {
            case Pass -> FindingReason.Answered;
            case Fail -> FindingReason.WrongAnswer;
            case Unknown -> FindingReason.Undecided;
            case Error -> FindingReason.NotAsked;
            case Waived -> FindingReason.Waived;
            case NotApplicable -> FindingReason.NoReplicas;
        };
    }
}
