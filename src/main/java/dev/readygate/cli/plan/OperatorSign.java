package dev.readygate.cli.plan;

import java.time.Duration;
import java.time.Instant;

/** Whether an operator runs, which would hold a released Deployment again: the renewal of its Lease shows it. */
public sealed interface OperatorSign {
    record Alive(String advice) implements OperatorSign {}

    record Gone() implements OperatorSign {}

    record Hidden(String advice) implements OperatorSign {}

    /** The state of the Lease, as far as the user may read it. */
    sealed interface Lease {
        record Renewed(Instant at, Duration valid) implements Lease {}

        record Missing() implements Lease {}

        /** The user may not read it, or its namespace is unknown. */
        record Unreadable(String why) implements Lease {}
    }

    /** A small difference between two clocks must not make a running operator look dead. */
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
