package dev.readygate.checks.answer;

import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;

/** A connection attempt's result. */
public sealed interface TcpAnswer permits TcpAnswer.Accepted, NoAnswer, NotAsked {

    Sample judge(Instant at);

    record Accepted() implements TcpAnswer {
        @Override
        public Sample judge(Instant at) {
            return new Sample(at, Outcome.Pass, "accepted", "the connection was accepted");
        }
    }
}
