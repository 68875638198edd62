package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.Finding.Measured;
import dev.readygate.facts.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result of one piece of evidence.
 *
 * @param worth its part of the score, 0–100, if it is not all or nothing
 */
public record EvidenceResult(FindingReason reason, String message, Measured measured, OptionalDouble worth) {
    public EvidenceResult {
        requireNonNull(reason, "reason");
        requireNonNull(message, "message");
        requireNonNull(measured, "measured");
        requireNonNull(worth, "worth");
    }

    public EvidenceResult(FindingReason reason, String message, Measured measured) {
        this(reason, message, measured, OptionalDouble.empty());
    }

    public Outcome outcome() {
        return reason.outcome();
    }

    public Finding finding(String check) {
        return new Finding(check, reason, message, measured, Optional.empty()).worth(worth);
    }

    public EvidenceResult worth(double points) {
        return new EvidenceResult(reason, message, measured, OptionalDouble.of(points));
    }

    /** As people write it: 71, not 71.0. */
    public static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
