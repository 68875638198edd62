package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.TcpCheck;
import dev.readygate.facts.Pod;
import java.util.List;
import java.util.Optional;

/** A port of every pod accepts connections. */
record AcceptsConnections(CheckSpec spec, TcpCheck tcp) implements Check {

    @Override
    public Finding evaluate(Subject subject) {
        return answers().ofAll(target().of(subject), subject);
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
        return answers().asks(target().of(subject), subject, this::request);
    }

    private PodAnswers answers() {
        var asked = tcp.port() == null ? "the first port:" : "port " + tcp.port() + ":";
        return new PodAnswers(spec, asked, "accepted");
    }

    private PodTarget target() {
        return new PodTarget(tcp.target(), tcp.port());
    }

    private Optional<Request> request(Pod pod, String address) {
        return target().portOf(pod).map(port -> new Request.Tcp(new Endpoint.OfPod("tcp", address, port)));
    }
}
