package dev.readygate.checks.probe;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.Ask;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Request;
import dev.readygate.checks.Subject;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.facts.Pod;
import java.util.List;
import java.util.Optional;

/** A probe that asks each pod. */
record PodRequests(Probe probe) implements Check {
    PodRequests {
        requireNonNull(probe, "probe");
    }

    @Override
    public Finding evaluate(Subject subject) {
        return answers().ofAll(probe.whom().pods(subject), subject);
    }

    @Override
    public Finding evaluate(Subject subject, Pod pod) {
        return answers().ofOne(pod, subject);
    }

    @Override
    public boolean asksPods() {
        return true;
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return answers().asks(probe.whom().pods(subject), subject, this::request);
    }

    private PodAnswers answers() {
        return new PodAnswers(probe.spec(), probe.asked(), probe.limit());
    }

    /** Empty if the pod lacks the port. */
    private Optional<Request> request(Pod pod, String address) {
        return probe.whom().portOf(pod).map(port -> probe.to(new Endpoint.OfPod(probe.scheme(), address, port)));
    }
}
