package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;
import dev.readygate.facts.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer to one check, with its reason and a sentence.
 *
 * @param message one sentence for people
 * @param value the measured value and its limit, both empty if there are none
 * @param since when the outcome became the present one, if that is known
 * @param basis the statements it rests on
 * @param worth its part of the score, 0–100, if it is not all or nothing
 */
public record Finding(
        String check,
        FindingReason reason,
        String message,
        Measured value,
        Optional<Instant> since,
        Basis basis,
        OptionalDouble worth) {

    public Finding {
        requireNonNull(check, "check");
        requireNonNull(reason, "reason");
        requireNonNull(message, "message");
        requireNonNull(value, "value");
        requireNonNull(since, "since");
        requireNonNull(basis, "basis");
        requireNonNull(worth, "worth");
    }

    /** Rests on observed facts. */
    public Finding(String check, FindingReason reason, String message, Measured value, Optional<Instant> since) {
        this(check, reason, message, value, since, Basis.FACTS, OptionalDouble.empty());
    }

    public record Measured(String seen, String limit) {
        public static final Measured NOTHING = new Measured("", "");
    }

    public Outcome outcome() {
        return reason.outcome();
    }

    /** There is no answer yet; one comes soon. */
    public boolean awaitsItsFirstAnswer() {
        return reason == FindingReason.Waiting;
    }

    /** The answer comes once the new pods can be asked, or take traffic. */
    public boolean isStillToCome() {
        return is(Outcome.Unknown) || reason == FindingReason.NoTrafficYet;
    }

    /** The names of the ReadinessEvidence it rests on, and of the ReadinessWaiver that excuses it. */
    public record Basis(Optional<String> evidence, Optional<String> waiver) {
        /** Facts that the operator saw itself. */
        public static final Basis FACTS = new Basis(Optional.empty(), Optional.empty());

        public Basis {
            requireNonNull(evidence, "evidence");
            requireNonNull(waiver, "waiver");
        }

        Basis excusedBy(String name) {
            return new Basis(evidence, Optional.of(name));
        }
    }

    public boolean is(Outcome expected) {
        return outcome() == expected;
    }

    /** Counts from the time of the statement. */
    public Finding basedOn(Statement statement) {
        var evidence = new Basis(Optional.of(statement.name()), basis.waiver());
        return new Finding(check, reason, message, value, Optional.of(statement.at()), evidence, worth);
    }

    Finding worth(OptionalDouble points) {
        return new Finding(check, reason, message, value, since, basis, points);
    }
}
