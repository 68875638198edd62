package dev.readygate.cli.plan;

import java.time.Duration;
import java.time.Instant;

/** Whether there is an operator that would hold again what is let go: told by the Lease it renews. */
public sealed interface OperatorSign {
    record Alive(String advice) implements OperatorSign {}

    record Gone() implements OperatorSign {}

    record Hidden(String advice) implements OperatorSign {}

    /** What could be learnt of the Lease. */
    sealed interface Lease {
        record Renewed(Instant at, Duration valid) implements Lease {}

        record Missing() implements Lease {}

        /** One may not look, or does not know where. */
        record Unreadable(String why) implements Lease {}
    }

    /** Two clocks that differ by a little must not make a living operator look dead. */
    Duration DOUBT = Duration.ofSeconds(10);

    static OperatorSign of(Lease lease, Instant now) {
        return switch (lease) {
            case Lease.Missing _ -> new Gone();
            case Lease.Renewed it when now.isAfter(it.at().plus(it.valid()).plus(DOUBT)) -> new Gone();
            case Lease.Renewed it ->
                new Alive(
                        "The operator is alive: it renewed its Lease %d s ago. Set the policy to Observe or delete it, and it"
                                        .formatted(Math.max(
                                                0,
                                                Duration.between(it.at(), now).toSeconds()))
                                + " lets go by itself; --force releases all the same, and it may hold everything again.");
            case Lease.Unreadable it ->
                new Hidden(
                        "Whether the operator is alive cannot be told (%s). If it is, set the policy to Observe; if it is"
                                        .formatted(it.why())
                                + " gone for good, --force releases what is held.");
        };
    }
}
