package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;

/** The operator may not or cannot ask: a forbidden address, an unknown name, a missing Secret. */
public record NotAsked(String reason) implements HttpAnswer, TcpAnswer, GrpcAnswer {
    public NotAsked {
        requireNonNull(reason, "reason");
    }

    @Override
    public Sample judge(Instant at) {
        return new Sample(at, Outcome.Error, "not asked", reason);
    }
}
