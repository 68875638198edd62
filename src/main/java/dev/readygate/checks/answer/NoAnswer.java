package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.time.Instant;

/** The target did not answer: refused, reset, timed out. That is the target's failure. */
public record NoAnswer(String reason) implements HttpAnswer, TcpAnswer, GrpcAnswer {
    public NoAnswer {
        requireNonNull(reason, "reason");
    }

    public static NoAnswer timedOut(Duration after) {
        boolean whole = after.toMillisPart() == 0;
        return new NoAnswer("timed out after " + (whole ? after.toSeconds() + "s" : after.toMillis() + "ms"));
    }

    @Override
    public Sample judge(Instant at) {
        return new Sample(at, Outcome.Fail, reason, "no answer: " + reason);
    }
}
