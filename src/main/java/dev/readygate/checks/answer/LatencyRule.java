package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Latency;
import dev.readygate.checks.answer.HttpAnswer.Response;
import java.util.Optional;

/** The longest time for an answer. Messages leave out the time it took: it changes each time. */
record LatencyRule(Latency most) implements AnswerRule {
    LatencyRule {
        requireNonNull(most, "most");
    }

    @Override
    public Optional<Shortfall> shortfall(Response response) {
        return response.elapsed().compareTo(most.toDuration()) <= 0
                ? Optional.empty()
                : Shortfall.fail("too slow", "but took longer than " + most);
    }

    @Override
    public boolean isCostly() {
        return false;
    }

    @Override
    public String limit() {
        return "within " + most;
    }
}
