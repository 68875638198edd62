package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.HttpAnswer.Response;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;

/** What an HTTP answer must be like to count as a pass. */
public record HttpExpectation(StatusRanges status) {
    public HttpExpectation {
        requireNonNull(status, "status");
    }

    public Sample judge(HttpAnswer answer, Instant at) {
        return switch (answer) {
            case Response response -> judge(response, at);
            case NoAnswer none -> none.judge(at);
            case NotAsked not -> not.judge(at);
        };
    }

    private Sample judge(Response response, Instant at) {
        var seen = String.valueOf(response.status());
        return status.contain(response.status())
                ? new Sample(at, Outcome.Pass, seen, "answered " + seen)
                : new Sample(at, Outcome.Fail, seen, "answered " + seen);
    }
}
