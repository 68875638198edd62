package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Sample;
import java.time.Duration;
import java.time.Instant;

/** A request that samplers repeat, and its pace. */
public record Ask(Question question, Pace pace, Patience patience, Request request) {
    public Ask {
        requireNonNull(question, "question");
        requireNonNull(pace, "pace");
        requireNonNull(patience, "patience");
        requireNonNull(request, "request");
    }

    public Sample timedOut(Instant at) {
        return request.unanswered(NoAnswer.timedOut(pace.timeout()).reason(), at);
    }

    /** @param notBefore no request is sent earlier: the target may be starting */
    public record Pace(Duration every, Duration timeout, Instant notBefore) {
        public Pace {
            requireNonNull(every, "every");
            requireNonNull(timeout, "timeout");
            requireNonNull(notBefore, "notBefore");
        }
    }
}
